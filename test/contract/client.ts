import { inject } from "vitest";
import { apiKey, bearerToken, createClient, createClientFor, noAuth, type Auth } from "../../src/index.js";
import type { Api } from "../../src/operation.js";
import type { ContractServers } from "../support/prism.js";
import { methodsById, type CallParts, type ResourceMethod } from "./calls.js";
import { contractFake, type Alter, type ContractFakeOptions } from "./contract-fake.js";
import { withCoverage } from "./coverage/record.js";
import { documents, type DocumentedOperation } from "./document.js";

/** What the contract is held against: Prism, Prism behind a proxy that checks it too, or the fake. */
export type ContractServer = keyof ContractServers | "fake";

export interface ContractClient extends RecordedResponses {
  readonly confluent: object;
  /** The call as the server takes it; the fake then has what the call is for. */
  readonly prepare: (parts: CallParts) => CallParts;
  /** The method of the operation. */
  readonly method: ResourceMethod;
}

export interface RecordedResponses {
  /** Every response, in order. */
  readonly responses: Response[];
  /** What Prism says is wrong with the responses, or with their requests. */
  readonly violations: () => readonly string[];
}

export interface ContractOptions {
  readonly auth?: Auth;
  /** What becomes of a request on its way to the server. */
  readonly alter?: Alter;
  /** What becomes of a response of the fake. */
  readonly spoil?: ContractFakeOptions["spoil"];
}

const key = apiKey({ key: "key", secret: "secret" });

/** Credentials by what a security scheme sends. */
export const credentials = { basic: key, bearer: bearerToken("header.payload.signature") } as const;

/** The credentials of the first scheme that opens an operation. */
export function authFor({ schemes }: DocumentedOperation): Auth {
  const [scheme] = Object.values(schemes);
  return scheme ? credentials[scheme] : noAuth();
}

interface Service {
  readonly api: Api;
  readonly methods: ReadonlyMap<string, ResourceMethod>;
}

/** The services' APIs, and their methods, by the names of their documents. */
const services: ReadonlyMap<string, Service> = new Map(
  await Promise.all(
    [...documents].map(async (document) => {
      const module = (await import(`../../src/generated/${document}.ts`)) as Record<string, unknown>;
      const api = Object.values(module).find(isApi);
      if (!api) throw new Error(`src/generated/${document}.ts exports no API`);
      return [document, { api, methods: methodsById(api.operations) }] as const;
    }),
  ),
);

function isApi(value: unknown): value is Api {
  return typeof value === "object" && value !== null && "operations" in value;
}

/** The method of an operation. */
export function methodOf(operation: DocumentedOperation): ResourceMethod {
  const { operationId, document } = operation;
  const method = serviceOf(operation).methods.get(operationId);
  if (!method) throw new Error(`${operationId} of ${document} is no method of the client`);
  return method;
}

function serviceOf({ document }: DocumentedOperation): Service {
  const service = services.get(document);
  if (!service) throw new Error(`${document} is no service of the client`);
  return service;
}

/** A client that has an operation, and records the responses and what is wrong with them. */
export function contractClient(
  server: ContractServer,
  operation: DocumentedOperation,
  { auth = authFor(operation), alter, spoil }: ContractOptions = {},
): ContractClient {
  const { fetch, ...recorded } =
    server === "fake"
      ? contractFake(operation, { alter, spoil })
      : { ...recordResponses(alter), prepare: (parts: CallParts) => parts };
  const baseUrl = server === "fake" ? "http://localhost" : inject("servers")[server];
  const covering = withCoverage(server === "fake" ? "the fake" : "Prism", fetch);
  const options = { baseUrl, auth, fetch: covering, retry: false } as const;
  return {
    confluent: operation.isBundled
      ? createClient(options)
      : createClientFor(serviceOf(operation).api, options),
    method: methodOf(operation),
    ...recorded,
  };
}

/** A `fetch` that keeps every response. */
export function recordResponses(
  alter: Alter = (request) => request,
): RecordedResponses & { readonly fetch: (request: Request, init?: RequestInit) => Promise<Response> } {
  const responses: Response[] = [];
  return {
    responses,
    violations: () =>
      responses.map(({ headers }) => headers.get("sl-violations")).filter((said) => said !== null),
    fetch: async (request, init) => {
      const response = await globalThis.fetch(await alter(request), init);
      responses.push(response);
      return response;
    },
  };
}
