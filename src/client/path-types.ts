import type { Client, ParamsOption, ParseAs, ParseAsResponse, RequestOptions } from "openapi-fetch";
import type { Paginated } from "../paging/paginated.js";
import type { RequestPolicy } from "../pipeline/settings.js";

/*
 * The methods of openapi-fetch's client, with the types of the document as they are. openapi-fetch passes every response
 * through its `Readable<T>` and every body through `Writable<T>`. They look for markers that our documents do not need
 * (what is read and what is sent are different types there), and would turn open enums such as `"AWS" | (string & {})` into
 * objects, so `Declared` shows them plain strings. https://github.com/openapi-ts/openapi-typescript/issues/2765
 */

type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have a method. */
export type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method extends HttpMethod> =
  Paths[Path] extends Record<Method, infer Operation> ? Operation : never;

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** What is in a request body or a response, of whichever media type: as the document declares it, where that is told. */
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

/** The body of a success. */
export type SuccessOf<Operation> = ContentOf<Responses<Operation>[keyof Responses<Operation> & Status2xx]>;

/** A status as TypeScript has it in `response.status`; `default` and ranges stand for any number. */
type StatusNumber<Status> = Status extends number ? Status : number;

/** The bodies of all failures that have one. */
type AnyFailure<All> = NonNullable<ContentOf<All[Exclude<keyof All, Status2xx>]>>;

/** A failure without a declared body, such as a 429, is given one in the form of the others by the SDK. */
type FailureBody<Body, All> = [Body] extends [undefined] ? AnyFailure<All> : NonNullable<Body>;

/** One arm for each status of failure; `hasStatus` tells them apart. */
type Failures<All> = {
  [Status in Exclude<keyof All, Status2xx>]: {
    data?: never;
    error: FailureBody<ContentOf<All[Status]>, All>;
    response: Response & { readonly status: StatusNumber<Status> };
  };
}[Exclude<keyof All, Status2xx>];

/** What a call of a path resolves to; it never rejects for an HTTP status. */
export type PathResult<Operation, As extends ParseAs = "json"> =
  | { data: ParseAsResponse<SuccessOf<Operation>, { parseAs: As }>; error?: never; response: Response }
  | Failures<Responses<Operation>>;

/**
 * A method with types of its own that is assignable to the one of `Client<Paths>`.
 *
 * TypeScript compares two generic signatures by instantiating each for the other, which costs millions of instantiations for
 * some 300 paths, and fails for more (TS2590). Where one side has overloads it compares them without their type parameters.
 * So there is a second signature, which no call meets: its third argument is `never`. It is the last because inference,
 * `Parameters` and `ReturnType` look at the last one alone, and it costs them nothing.
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

/** The item of a list: what the array `data` of its answer holds, or the array that the answer is. */
export type ItemOf<Operation> =
  SuccessOf<Operation> extends { data?: readonly (infer Item)[] | null } | readonly (infer Item)[]
    ? Item
    : unknown;

/** The paths that answer a GET with a list. */
export type ListPaths<Paths> = {
  [Path in PathsWith<Paths, "get">]: SuccessOf<OperationAt<Paths, Path, "get">> extends {
    data?: readonly unknown[] | null;
  }
    ? Path
    : never;
}[PathsWith<Paths, "get">];

/** The paths that answer a GET with a bare array, and take `offset` and `limit`; an array that does not is a list at once. */
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

/** Walks any list path page by page. */
export interface Paginate<Paths, Lists extends PathsWith<Paths, "get"> = ListPaths<Paths>> {
  /**
   * The items of a list path, page by page, as `Paginated` describes it.
   *
   * @param path a path that answers a GET with a list, such as `{ data: [...], metadata: { next } }`
   * @param init the options of openapi-fetch; the query's `page_token` or `offset` says where to begin
   * @example
   * const query = { environment: "env-00000" };
   * for await (const item of confluent.paginate("/pim/v1/integrations", { params: { query } })) console.log(item.id);
   */
  paginate<Path extends Lists>(
    path: Path,
    ...init: InitArguments<OperationAt<Paths, Path, "get">>
  ): Paginated<ItemOf<OperationAt<Paths, Path, "get">>>;
}

/** openapi-fetch's client, with pages. */
export interface PathClient<Paths extends object, Lists extends PathsWith<Paths, "get"> = ListPaths<Paths>>
  extends Client<Paths>, Paginate<Paths, Lists> {}

/** The methods that have types of their own. */
type TypedMethod = "GET" | "PUT" | "POST" | "DELETE" | "PATCH";

/**
 * openapi-fetch's client, with the document's own types in the methods that APIs use. It has the table of operations, which
 * tells how each list pages.
 *
 * It is assignable to `Client<Paths>` of the version of openapi-fetch that this package depends on, for any number of paths.
 * The other methods are openapi-fetch's own: they tell `Client<infer Paths>` and its like what `Paths` is, and that a client
 * for other paths is another. Beside another version of openapi-fetch, say `client as Client<Paths>`: generic signatures of
 * two versions are never assignable, not even openapi-fetch's to each other.
 */
export interface TypedPathClient<Paths extends object>
  extends Omit<Client<Paths>, TypedMethod>, Paginate<Paths, ListPaths<Paths> | CountedPaths<Paths>> {
  GET: PathMethod<Paths, "get">;
  PUT: PathMethod<Paths, "put">;
  POST: PathMethod<Paths, "post">;
  DELETE: PathMethod<Paths, "delete">;
  PATCH: PathMethod<Paths, "patch">;
}
