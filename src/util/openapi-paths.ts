import type { Declared } from "./declared.js";

/*
 * What generated `paths` are written with. openapi-fetch takes the form that openapi-typescript prints, in which each path
 * names all methods that it does not have, and each operation all places that it takes nothing in. These spell it out. Each `content` is `Declared`, because
 * openapi-fetch cannot read open enums.
 */

interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

interface NoMethods {
  parameters: NoParameters;
  get?: never;
  put?: never;
  post?: never;
  delete?: never;
  options?: never;
  head?: never;
  patch?: never;
  trace?: never;
}

/** The same type in one piece, so that it is shown and compared as one that was written out. */
type Flat<T> = { [K in keyof T]: T[K] };

/** Every place: as a request has it, or as one that nothing is in. */
type Parameters<Request> = Flat<
  Pick<Request, keyof Request & keyof NoParameters> & Omit<NoParameters, keyof Request>
>;

type RequestBody<Request> = {
  [K in keyof Request as K extends "body" ? "requestBody" : never]: Declared<NonNullable<Request[K]>>;
};

type Responses<Contents> = {
  [Status in keyof Contents]: [Contents[Status]] extends [never]
    ? { headers: Record<string, unknown>; content?: never }
    : Flat<{ headers: Record<string, unknown> } & Declared<Contents[Status]>>;
};

/** The body of a request or a response that is JSON. */
export type JsonContent<Body> = Record<"application/json", Body>;

/**
 * A path of an API, in the form of openapi-typescript but for {@link Declared} contents.
 *
 * @typeParam Operations the operations of the path, by their methods in lower case
 */
export type PathItem<Operations> = Flat<Operations & Omit<NoMethods, keyof Operations>>;

/**
 * An operation of a path, in the form of openapi-typescript but for {@link Declared} contents.
 *
 * @typeParam Request what it takes: `path`, `query`, `header`, `cookie`, and the contents of its `body` by media type
 * @typeParam Contents what comes back: the contents of each status by media type, `never` where there is none
 * @example
 * PathOperation<{ path: { id: string } }, { 200: JsonContent<Book>; 404: JsonContent<Failure>; 429: never }>
 */
export type PathOperation<Request, Contents> = "body" extends keyof Request
  ? Flat<{ parameters: Parameters<Request>; responses: Responses<Contents> } & RequestBody<Request>>
  : { parameters: Parameters<Request>; requestBody?: never; responses: Responses<Contents> };
