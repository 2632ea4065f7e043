import type { Client, ParamsOption, ParseAsResponse, RequestOptions } from "openapi-fetch";
import type { Paginated } from "../paging/paginated.js";

/*
 * The methods of openapi-fetch's client, with the types of the document as they are. openapi-fetch passes every answer
 * through its `Readable<T>` and every body through `Writable<T>`. They look for markers that our documents do not need
 * (what is read and what is sent are different types there), and on their way they turn open enums such as
 * `"AWS" | (string & {})` into objects: https://github.com/openapi-ts/openapi-typescript/issues/2765
 */

type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have a method. */
export type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method extends HttpMethod> =
  Paths[Path] extends Record<Method, infer Operation> ? Operation : never;

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** What is in a request body or a response, of whichever media type. */
type ContentOf<T> = T extends { content: infer Content } ? Content[keyof Content] : undefined;

type BodyOption<Operation> = Operation extends { requestBody: infer Body }
  ? { body: ContentOf<Body> }
  : Operation extends { requestBody?: infer Body }
    ? [NonNullable<Body>] extends [never]
      ? { body?: never }
      : { body?: ContentOf<NonNullable<Body>> }
    : { body?: never };

/** The options of one call, as openapi-fetch has them. */
export type PathInit<Operation> = ParamsOption<Operation> &
  BodyOption<Operation> &
  Omit<RequestOptions<Operation>, "params" | "body"> &
  Omit<RequestInit, "body" | "headers">;

/** Optional where nothing in it is required; further keys pass, as they do in openapi-fetch. */
type InitArguments<Init> =
  RequiredKeys<Init> extends never ? [(Init & Record<string, unknown>)?] : [Init & Record<string, unknown>];

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
export type PathResult<Operation, Init> =
  | { data: ParseAsResponse<SuccessOf<Operation>, Init>; error?: never; response: Response }
  | Failures<Responses<Operation>>;

type PathMethod<Paths, Method extends HttpMethod> = <
  Path extends PathsWith<Paths, Method>,
  Init extends PathInit<OperationAt<Paths, Path, Method>>,
>(
  path: Path,
  ...init: InitArguments<Init>
) => Promise<PathResult<OperationAt<Paths, Path, Method>, Init>>;

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
    ...init: InitArguments<PathInit<OperationAt<Paths, Path, "get">>>
  ): Paginated<ItemOf<OperationAt<Paths, Path, "get">>>;
}

/** openapi-fetch's client, with pages. */
export interface PathClient<Paths extends object, Lists extends PathsWith<Paths, "get"> = ListPaths<Paths>>
  extends Client<Paths>, Paginate<Paths, Lists> {}

/**
 * openapi-fetch's client with the document's own types: each method is tried with those first, and remains assignable to
 * that of `Client<Paths>`. It has the table of operations, which tells how each list pages.
 */
export interface TypedPathClient<Paths extends object> extends PathClient<
  Paths,
  ListPaths<Paths> | CountedPaths<Paths>
> {
  GET: PathMethod<Paths, "get"> & Client<Paths>["GET"];
  PUT: PathMethod<Paths, "put"> & Client<Paths>["PUT"];
  POST: PathMethod<Paths, "post"> & Client<Paths>["POST"];
  DELETE: PathMethod<Paths, "delete"> & Client<Paths>["DELETE"];
  PATCH: PathMethod<Paths, "patch"> & Client<Paths>["PATCH"];
}
