import type { Client, ParamsOption, ParseAs, ParseAsResponse, RequestOptions } from "openapi-fetch";
import type { Paginated } from "../paging/paginated.js";
import type { RequestPolicy } from "../pipeline/settings.js";

/*
 * The methods of openapi-fetch's client, with the types of the document unchanged. openapi-fetch maps every response through
 * its `Readable<T>` and every body through `Writable<T>`. They look for markers that generated types do not need, because
 * requests and responses have types of their own there, and they turn open enums such as `"AWS" | (string & {})` into
 * objects. So `Declared` gives openapi-fetch plain strings, and the methods here the types of the document.
 * https://github.com/openapi-ts/openapi-typescript/issues/2765
 */

type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have a method. */
export type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method extends HttpMethod> =
  Paths[Path] extends Record<Method, infer Operation> ? Operation : never;

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** The content of a request body or a response, of any media type: as the document declares it, where `Declared` says so. */
type ContentOf<T> = T extends { declared: infer Content }
  ? Content[keyof Content]
  : T extends { content: infer Content }
    ? Content[keyof Content]
    : undefined;

type BodyOption<Operation> = Operation extends { requestBody: infer Body }
  ? { body: ContentOf<Body> }
  : Operation extends { requestBody?: infer Body }
    ? [NonNullable<Body>] extends [never]
      ? { body?: never }
      : { body?: ContentOf<NonNullable<Body>> }
    : { body?: never };

/**
 * The options of one call: openapi-fetch's, those of `fetch`, and the client's own. An option or a query parameter that
 * does not exist does not compile.
 */
export type PathInit<Operation, As extends ParseAs = ParseAs> = ParamsOption<Operation> &
  BodyOption<Operation> &
  Omit<RequestOptions<Operation>, "params" | "body" | "parseAs"> &
  Omit<RequestInit, "body" | "headers"> &
  RequestPolicy & { parseAs?: As };

/** Optional where nothing in it is required. */
type InitArguments<Operation, As extends ParseAs = ParseAs> =
  RequiredKeys<ParamsOption<Operation> & BodyOption<Operation>> extends never
    ? [init?: PathInit<Operation, As>]
    : [init: PathInit<Operation, As>];

type Responses<Operation> = Operation extends { responses: infer All } ? All : never;
type Status2xx = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX";

/** The body of a success; undefined if the document declares none. */
export type SuccessOf<Operation> = [keyof Responses<Operation> & Status2xx] extends [never]
  ? undefined
  : ContentOf<Responses<Operation>[keyof Responses<Operation> & Status2xx]>;

/** The type of `response.status`; `default` and ranges are any number. */
type StatusNumber<Status> = Status extends number ? Status : number;

/** The bodies of all failures that have one. */
type AnyFailure<All> = NonNullable<ContentOf<All[Exclude<keyof All, Status2xx>]>>;

/** A failure without a declared body, such as a 429, gets one in the form of the others from the SDK. */
type FailureBody<Body, All> = [Body] extends [undefined] ? AnyFailure<All> : NonNullable<Body>;

/** One variant for each status of a failure; `hasStatus` narrows to one. */
type Failures<All> = {
  [Status in Exclude<keyof All, Status2xx>]: {
    data?: never;
    error: FailureBody<ContentOf<All[Status]>, All>;
    response: Response & { readonly status: StatusNumber<Status> };
  };
}[Exclude<keyof All, Status2xx>];

/** What a path method resolves to. It never rejects because of an HTTP status. */
export type PathResult<Operation, As extends ParseAs = "json"> =
  | { data: ParseAsResponse<SuccessOf<Operation>, { parseAs: As }>; error?: never; response: Response }
  | Failures<Responses<Operation>>;

/**
 * A method with types of its own that is assignable to that of `Client<Paths>`.
 *
 * TypeScript compares two generic signatures by instantiating one for the other. For some 300 paths that costs millions of
 * instantiations, and for more it fails (TS2590). It compares overloads without their type parameters, at no cost. So there is
 * a second signature, which no call matches, because its third argument is `never`. It comes last, because inference,
 * `Parameters` and `ReturnType` read the last signature only, and the first one costs them much.
 */
interface PathMethod<Paths, Method extends HttpMethod> {
  <Path extends PathsWith<Paths, Method>, As extends ParseAs = "json">(
    path: Path,
    ...init: InitArguments<OperationAt<Paths, Path, Method>, As>
  ): Promise<PathResult<OperationAt<Paths, Path, Method>, As>>;
  (
    path: keyof Paths,
    init: object,
    never: never,
  ): Promise<{ data?: unknown; error?: unknown; response: Response }>;
}

/** The item of a list: of the array `data` in its response, or of the array that the response is. */
export type ItemOf<Operation> =
  SuccessOf<Operation> extends { data?: readonly (infer Item)[] | null } | readonly (infer Item)[]
    ? Item
    : unknown;

/** The paths whose GET returns a list. */
export type ListPaths<Paths> = {
  [Path in PathsWith<Paths, "get">]: SuccessOf<OperationAt<Paths, Path, "get">> extends {
    data?: readonly unknown[] | null;
  }
    ? Path
    : never;
}[PathsWith<Paths, "get">];

/** The paths whose GET returns a bare array and takes `offset` and `limit`. Without those, the array is the whole list. */
export type CountedPaths<Paths> = {
  [Path in PathsWith<Paths, "get">]: "offset" | "limit" extends QueryKeys<OperationAt<Paths, Path, "get">>
    ? SuccessOf<OperationAt<Paths, Path, "get">> extends readonly unknown[]
      ? Path
      : never
    : never;
}[PathsWith<Paths, "get">];

type QueryKeys<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? keyof NonNullable<Query>
  : never;

/** The paths that `paginate` takes. */
type PagedPaths<Paths, Counted extends boolean> = Counted extends true
  ? ListPaths<Paths> | CountedPaths<Paths>
  : ListPaths<Paths>;

/** Reads any list path page by page; `Counted` says whether those with `offset` and `limit` are known. */
export interface Paginate<Paths, Counted extends boolean = false> {
  /**
   * The items of a list path, loaded page by page as `Paginated` describes.
   *
   * @param path a path whose GET returns a list, such as `{ data: [...], metadata: { next } }`
   * @param init the options of openapi-fetch; `page_token` or `offset` in the query says where to start
   * @example
   * const query = { environment: "env-00000" };
   * for await (const item of confluent.paginate("/pim/v1/integrations", { params: { query } })) console.log(item.id);
   */
  paginate<Path extends PagedPaths<Paths, Counted>>(
    path: Path,
    ...init: InitArguments<OperationAt<Paths, Path, "get">>
  ): Paginated<ItemOf<OperationAt<Paths, Path, "get">>>;
}

/** The methods that have types of their own. */
type TypedMethod = "GET" | "PUT" | "POST" | "DELETE" | "PATCH";

/**
 * openapi-fetch's client, with the document's own types in the methods that APIs use. Generated operations say how each list
 * is paged, so lists with offsets are included.
 *
 * It is assignable to `Client<Paths>` of the version of openapi-fetch that this package depends on, for any number of paths.
 * The other methods have openapi-fetch's own types. From those, `Client<infer Paths>` finds `Paths`, and a client for other
 * paths is not assignable. Beside another version of openapi-fetch, write `client as Client<Paths>`: generic methods of two
 * versions are never assignable, those of openapi-fetch's own clients included.
 */
export interface TypedPathClient<Paths extends object>
  extends Omit<Client<Paths>, TypedMethod>, Paginate<Paths, true> {
  GET: PathMethod<Paths, "get">;
  PUT: PathMethod<Paths, "put">;
  POST: PathMethod<Paths, "post">;
  DELETE: PathMethod<Paths, "delete">;
  PATCH: PathMethod<Paths, "patch">;
}
