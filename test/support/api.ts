/*
 * An API shaped like those that the generator writes, small enough to be read in a test: pim/v1, and beside it an
 * operation with a form for a body, one with a list in its path and one that pages without any required query.
 */
import { encodeBody } from "../../src/http/encode-body.js";
import { serializeForm } from "../../src/http/serialize-form.js";
import type { Api, ApiPromise, CallOptions, Declared, Paginated } from "../../src/index.js";
import type {
  Environment,
  Failure,
  Integration,
  IntegrationCreate,
  IntegrationList,
  ListQuery,
  Token,
  TokenForm,
} from "./models.js";

export type * from "./models.js";

interface Parameters<Path, Query> {
  query: Query;
  header?: never;
  path: Path;
  cookie?: never;
}
interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}
interface JsonResponse<Body> extends Declared<{ "application/json": Body }> {
  headers: Record<string, unknown>;
}
interface EmptyResponse {
  headers: Record<string, unknown>;
  content?: never;
}
interface Failures {
  400: JsonResponse<Failure>;
  404: JsonResponse<Failure>;
  429: EmptyResponse;
}
interface NoMethods {
  get?: never;
  put?: never;
  post?: never;
  delete?: never;
  options?: never;
  head?: never;
  patch?: never;
  trace?: never;
}

/** In the form of openapi-typescript, with the types that the document declares beside those for openapi-fetch. */
export interface Paths {
  "/pim/v1/integrations": Omit<NoMethods, "get" | "post" | "head"> & {
    parameters: NoParameters;
    get: {
      parameters: { query: ListQuery; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: JsonResponse<IntegrationList> } & Failures;
    };
    head: {
      parameters: { query: ListQuery; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: EmptyResponse } & Failures;
    };
    post: {
      parameters: NoParameters;
      requestBody: Declared<{ "application/json": IntegrationCreate }>;
      responses: { 201: JsonResponse<Integration> } & Failures;
    };
  };
  "/pim/v1/integrations/{id}": Omit<NoMethods, "get" | "delete"> & {
    parameters: NoParameters;
    get: {
      parameters: Parameters<{ id: string }, { environment: string }>;
      requestBody?: never;
      responses: { 200: JsonResponse<Integration> } & Failures;
    };
    delete: {
      parameters: Parameters<{ id: string }, { environment: string }>;
      requestBody?: never;
      responses: { 204: EmptyResponse } & Failures;
    };
  };
  "/org/v2/environments": Omit<NoMethods, "get"> & {
    parameters: NoParameters;
    get: {
      parameters: {
        query?: { page_size?: number; page_token?: string };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: JsonResponse<{ data: Environment[]; metadata: { next?: string | null } }>;
      } & Failures;
    };
  };
  "/catalog/v1/tags/{names}": Omit<NoMethods, "get"> & {
    parameters: NoParameters;
    get: {
      parameters: { query?: never; header?: never; path: { names: string[] }; cookie?: never };
      requestBody?: never;
      responses: { 200: JsonResponse<{ names: string[] }> } & Failures;
    };
  };
  "/sts/v1/oauth2/token": Omit<NoMethods, "post"> & {
    parameters: NoParameters;
    post: {
      parameters: NoParameters;
      requestBody: Declared<{ "application/x-www-form-urlencoded": TokenForm }>;
      responses: { 200: JsonResponse<Token> } & Failures;
    };
  };
}

export interface Resources {
  pim: {
    v1: {
      integrations: {
        list(query: ListQuery, options?: CallOptions): Paginated<Integration>;
        create(body: IntegrationCreate, options?: CallOptions): ApiPromise<Integration>;
        get(id: string, query: { environment: string }, options?: CallOptions): ApiPromise<Integration>;
        delete(id: string, query: { environment: string }, options?: CallOptions): ApiPromise<void>;
      };
    };
  };
  org: {
    v2: {
      environments: {
        list(
          query?: { page_size?: number; page_token?: string },
          options?: CallOptions,
        ): Paginated<Environment>;
      };
    };
  };
  catalog: {
    v1: {
      tags: { get(names: string[], query?: object, options?: CallOptions): ApiPromise<{ names: string[] }> };
    };
  };
  sts: {
    v1: { oauth2: { token: { exchange(body: TokenForm, options?: CallOptions): ApiPromise<Token> } } };
  };
}

const collection = "/pim/v1/integrations";
const one = "/pim/v1/integrations/{id}";
const requiredQuery = ["environment"];

export const api: Api<Paths, Resources> = {
  operations: {
    pim: {
      v1: {
        integrations: {
          list: {
            id: "listPimV1Integrations",
            method: "GET",
            path: collection,
            requiredQuery,
            paging: { style: "link", maxPageSize: 100 },
          },
          create: { id: "createPimV1Integration", method: "POST", path: collection, body: "json" },
          get: { id: "getPimV1Integration", method: "GET", path: one, requiredQuery },
          delete: {
            id: "deletePimV1Integration",
            method: "DELETE",
            path: one,
            requiredQuery,
            successes: { 204: [] },
          },
        },
      },
    },
    org: {
      v2: {
        environments: {
          list: {
            id: "listOrgV2Environments",
            method: "GET",
            path: "/org/v2/environments",
            paging: { style: "link" },
          },
        },
      },
    },
    catalog: {
      v1: { tags: { get: { id: "getCatalogV1Tags", method: "GET", path: "/catalog/v1/tags/{names}" } } },
    },
    sts: {
      v1: {
        oauth2: {
          token: {
            exchange: {
              id: "exchangeStsV1Oauth2Token",
              method: "POST",
              path: "/sts/v1/oauth2/token",
              body: {
                encode: encodeBody,
                formats: { "application/x-www-form-urlencoded": { serialize: serializeForm } },
              },
            },
          },
        },
      },
    },
  },
};
