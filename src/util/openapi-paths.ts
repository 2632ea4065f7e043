/*
 * What generated `paths` are written with. openapi-fetch takes the form that openapi-typescript prints, in which each path
 * names all methods that it does not have, and each operation all places that it takes nothing in. These spell it out.
 */

/** Where the parameters of an operation are. */
type Place = "query" | "header" | "path" | "cookie";

type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The same type in one piece, so that it is shown and compared as one that was written out. */
type Flat<T> = { [K in keyof T]: T[K] };

/** The keys of which nothing is said. */
type Never<Keys extends string, Said> = Partial<Record<Exclude<Keys, keyof Said>, never>>;

type Parameters<Request> = Flat<Pick<Request, keyof Request & Place> & Never<Place, Request>>;

type RequestBody<Request> = {
  [K in keyof Request as K extends "body" ? "requestBody" : never]: { content: NonNullable<Request[K]> };
};

type Responses<Contents> = {
  [Status in keyof Contents]: Flat<
    { headers: Record<string, unknown> } & ([Contents[Status]] extends [never]
      ? { content?: never }
      : { content: Contents[Status] })
  >;
};

/** The body of a request or a response that is JSON. */
export type JsonContent<Body> = Record<"application/json", Body>;

/**
 * A path of an API, in the form of openapi-typescript.
 *
 * @typeParam Operations the operations of the path, by their methods in lower case
 */
export type PathItem<Operations> = Flat<
  { parameters: Parameters<unknown> } & Operations & Never<HttpMethod, Operations>
>;

/**
 * An operation of a path, in the form of openapi-typescript.
 *
 * @typeParam Request what it takes: `path`, `query`, `header`, `cookie`, and the contents of its `body` by media type
 * @typeParam Contents what comes back: the contents of each status by media type, `never` where there is none
 * @example
 * PathOperation<{ path: { id: string } }, { 200: JsonContent<Book>; 404: JsonContent<Failure>; 429: never }>
 */
export type PathOperation<Request, Contents> = Flat<
  { parameters: Parameters<Request>; responses: Responses<Contents> } & ("body" extends keyof Request
    ? RequestBody<Request>
    : { requestBody?: never })
>;
