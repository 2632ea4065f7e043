/**
 * A type with each open enum widened to its primitive: `"AWS" | (string & {})` becomes `string`, at any depth.
 *
 * openapi-fetch's own types take `string & {}` for an object and spell out its methods. No other spelling that keeps the known
 * values survives them: any intersection with `string` is an object to them.
 * https://github.com/openapi-ts/openapi-typescript/issues/2765
 */
export type Widened<T> = T extends object
  ? T extends string
    ? string
    : T extends number
      ? number
      : T extends (...args: never) => unknown
        ? T
        : T extends Blob
          ? T
          : T extends AsyncIterable<infer Item>
            ? AsyncIterable<Widened<Item>>
            : { [Key in keyof T]: Widened<T[Key]> }
  : T;

/**
 * What a request body or a response carries, by media type, in `paths`: once as openapi-fetch's types need it, and once as
 * the document declares it.
 *
 * @example
 * requestBody: Declared<{ "application/json": IntegrationCreate }>;
 */
export interface Declared<Content> {
  /** What openapi-fetch reads, and libraries over its types. Open enums are plain strings. */
  content: Widened<Content>;
  /** What the methods of our own client read. Open enums keep the values that the document names. */
  declared: Content;
}
