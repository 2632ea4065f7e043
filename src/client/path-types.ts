import type { Client, ParamsOption, ParseAsResponse, RequestOptions } from "openapi-fetch";
import type { Paginated } from "../paging/paginated.js";

/*
 * The methods of openapi-fetch's client, with the types of the document unchanged. openapi-fetch maps every response through
 * its `Readable<T>` and every body through `Writable<T>`. They look for markers that generated types do not need, because
 * requests and responses have types of their own there, and they turn open enums such as `"AWS" | (string & {})` into
 * objects: https://github.com/openapi-ts/openapi-typescript/issues/2765
 */

type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have a method. */
export type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends Record<Method, object> ? Path : never;
}[keyof Paths];

type OperationAt<Paths, Path extends keyof Paths, Method extends HttpMethod> =
  Paths[Path] extends Record<Method, infer Operation> ? Operation : never;

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** The content of a request body or a response, of any media type. */
type ContentOf<T> = T extends { content: infer Content } ? Content[keyof Content] : undefined;

type BodyOption<Operation> = Operation extends { requestBody: infer Body }
  ? { body: ContentOf<Body> }
  : Operation extends { requestBody?: infer Body }
    ? [NonNullable<Body>] extends [never]
      ? { body?: never }
      : { body?: ContentOf<NonNullable<Body>> }
    : { body?: never };

/** The options of one call, as openapi-fetch defines them. */
export type PathInit<Operation> = ParamsOption<Operation> &
  BodyOption<Operation> &
  Omit<RequestOptions<Operation>, "params" | "body"> &
  Omit<RequestInit, "body" | "headers">;

/** Optional where nothing in it is required. Further keys are allowed, as in openapi-fetch. */
type InitArguments<Init> =
  RequiredKeys<Init> extends never ? [(Init & Record<string, unknown>)?] : [Init & Record<string, unknown>];

type Responses<Operation> = Operation extends { responses: infer All } ? All : never;
type Status2xx = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX";

/** The body of a success. */
export type SuccessOf<Operation> = ContentOf<Responses<Operation>[keyof Responses<Operation> & Status2xx]>;

/** The type of `response.status`; `default` and ranges stand for any number. */
type StatusNumber<Status> = Status extends number ? Status : number;

/** The bodies of all failures that have one. */
type AnyFailure<All> = NonNullable<ContentOf<All[Exclude<keyof All, Status2xx>]>>;

/** A failure without a declared body, such as a 429, gets one in the form of the others from the SDK. */
type FailureBody<Body, All> = [Body] extends [undefined] ? AnyFailure<All> : NonNullable<Body>;

/** One variant for each status of a failure; `hasStatus` tells them apart. */
type Failures<All> = {
  [Status in Exclude<keyof All, Status2xx>]: {
    data?: never;
    error: FailureBody<ContentOf<All[Status]>, All>;
    response: Response & { readonly status: StatusNumber<Status> };
  };
}[Exclude<keyof All, Status2xx>];

/** What a path method resolves to. It never rejects because of an HTTP status. */
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

/** Reads any list path page by page. */
export interface Paginate<Paths, Lists extends PathsWith<Paths, "get"> = ListPaths<Paths>> {
  /**
   * The items of a list path, loaded page by page as `Paginated` describes.
   *
   * @param path a path whose GET returns a list, such as `{ data: [...], metadata: { next } }`
   * @param init the options of openapi-fetch; `page_token` or `offset` in the query says where to begin
   * @example
   * const query = { environment: "env-00000" };
   * for await (const item of confluent.paginate("/pim/v1/integrations", { params: { query } })) console.log(item.id);
   */
  paginate<Path extends Lists>(
    path: Path,
    ...init: InitArguments<PathInit<OperationAt<Paths, Path, "get">>>
  ): Paginated<ItemOf<OperationAt<Paths, Path, "get">>>;
}

/** openapi-fetch's client, with `paginate`. */
export interface PathClient<Paths extends object, Lists extends PathsWith<Paths, "get"> = ListPaths<Paths>>
  extends Client<Paths>, Paginate<Paths, Lists> {}

/**
 * openapi-fetch's client with the document's own types. TypeScript tries each method with those first, and each remains
 * assignable to that of `Client<Paths>`. Generated operations say how each list is paged, so lists with offsets are included.
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
