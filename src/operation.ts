/** What generated code passes to the client: a table of operations, and the types that belong to it. */

/** How a list is read page by page. */
export interface Paging {
  /**
   * Where the next page comes from. `"link"`: the `page_token` in the link `metadata.next` of the response. `"token"`: the
   * token in `meta.pagination.next_page_token` of the response. `"offset"`: the client counts items, with `offset` and `limit`.
   */
  readonly style: "link" | "token" | "offset";
  /** The most items that one page may hold: the `maximum` of its size in the document. Requested unless the caller sets a size. */
  readonly maxPageSize?: number;
}

/** How one parameter is written: `style` and `explode` of the document, where they are not the usual ones of its place. */
export interface ParameterStyle {
  /** @default "form" in the query, "simple" elsewhere */
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "simple" | "label" | "matrix";
  /** @default true for "form", false for other styles */
  readonly explode?: boolean;
  /** True when `:/?[]@!$'()*,;=` are sent as they are, as far as a query may have them. */
  readonly allowReserved?: true;
  /** True when the value is written as JSON. */
  readonly json?: true;
}

/** Parameters by name, and the function that writes them. Only a module that needs the function imports it. */
export interface Styled<Serializer> {
  readonly serialize: Serializer;
  readonly styles: ParameterStyles;
}

export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;
/** Writes a query, without its question mark. */
export type QuerySerializer = (query: unknown, styles: ParameterStyles) => string;
/** Fills the parameters of a URL in. */
export type PathSerializer = (url: string, parameters: unknown, styles: ParameterStyles) => string;
/** Writes the headers that are objects or JSON; the others stay as they are. */
export type HeaderSerializer = (headers: unknown, styles: ParameterStyles) => unknown;

/** The media types of a request body, and the function that chooses between them and writes the body. */
export interface BodyTypes {
  readonly encode: BodyEncoder;
  readonly formats: BodyFormats;
}

/**
 * Writes a body.
 *
 * @param given the `Content-Type` of the call
 * @param own the call's own serialiser
 */
export type BodyEncoder = (
  operation: Operation,
  value: unknown,
  given: string | undefined,
  own?: (body: unknown) => unknown,
) => EncodedBody;

/** A body as `fetch` takes it. */
export interface EncodedBody {
  readonly body: unknown;
  /** Null to leave it to `fetch`, which knows the boundary of a form and the type of a `Blob`. */
  readonly contentType: string | null;
}

/** How a request body of each media type is written. */
export type BodyFormats = Readonly<Record<string, BodyFormat>>;

/** `"json"` for JSON, `"raw"` for text and bytes, which are sent as they are, or what writes a form from an object. */
export type BodyFormat = "json" | "raw" | FormFormat;

export interface FormFormat {
  readonly serialize: (form: object, fields: FormFields) => unknown;
  /** The fields for which the document has an encoding. */
  readonly fields?: FormFields;
}

export type FormFields = Readonly<Record<string, FormField>>;

/** How one field of a form is written: its encoding object in the document. */
export interface FormField extends ParameterStyle {
  /** The media types of a part, separated by commas. */
  readonly contentType?: string;
  /** The headers of a part, whose values the document fixes. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a stream is read; generated code names `readJsonStream` and the like. */
export type ReadStream = (
  body: ReadableStream<Uint8Array>,
  options?: StreamOptions,
) => AsyncIterable<unknown>;

/** The options of a stream reader. */
export interface StreamOptions {
  /**
   * The most characters that one item or event may have.
   *
   * @default 67_108_864
   */
  readonly maxItemLength?: number;
  /**
   * Makes the error for a stream that is not what it should be.
   *
   * @param problem continues a sentence that begins with the response
   * @default a `ResponseFormatError`
   */
  readonly toError?: (problem: string, cause?: unknown) => Error;
}

/** One operation of an OpenAPI document, as far as the client needs it at run time. */
export interface Operation {
  /** The document's `operationId`; errors and logs name the operation by it. */
  readonly id: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** The path template, such as `/pim/v1/integrations/{id}`. */
  readonly path: string;
  /** The query parameters that the document requires. */
  readonly requiredQuery?: readonly string[];
  /** The query parameters that are not written as a name and a value for each item, and what writes them. */
  readonly styledQuery?: Styled<QuerySerializer>;
  /** The path parameters that are not written as values with commas between them, and what writes them. */
  readonly styledPath?: Styled<PathSerializer>;
  /** The header parameters that are objects or JSON, and what writes them. */
  readonly styledHeaders?: Styled<HeaderSerializer>;
  /** The header parameters that the document requires. */
  readonly requiredHeaders?: readonly string[];
  /**
   * How the request body is written, by media type, the default first; `"json"` stands for `application/json` alone. Absent
   * when the operation has none.
   */
  readonly body?: "json" | BodyTypes;
  /** True when the request body may be left out. */
  readonly optionalBody?: true;
  /** True when the request body may be JSON other than an object or an array. */
  readonly scalarBody?: true;
  /** True when the request body may be `null`. */
  readonly nullBody?: true;
  /** Present when the operation lists a collection page by page. */
  readonly paging?: Paging;
  /**
   * The media types that the body of a success may have, by status, or for all others by `2XX`; none where there is no body.
   * Absent when every success is `application/json`.
   *
   * @example { 200: ["application/json"], 204: [], 206: ["text/plain"] }
   */
  readonly successes?: Readonly<Record<string, readonly string[]>>;
  /**
   * The value of `Accept` (RFC 9110, section 12.5.1): the media types of the successes, and JSON for failures. Absent when it is
   * `application/json`.
   */
  readonly accept?: string;
  /** The readers of those media types that are streams. */
  readonly streams?: Readonly<Record<string, ReadStream>>;
  /** True when a success may be the JSON `null`. */
  readonly nullable?: true;
  /** True when a success may be other JSON than one object: a list that is not paged, or whatever the document leaves open. */
  readonly mayReturnList?: true;
}

/**
 * An operation in a table. What follows from the name of its method and from its path may be left out: the id
 * `listIamV2ApiKeys` of `list` and `/iam/v2/api-keys`, and the HTTP method POST of `create`, PATCH of `update`, DELETE of
 * `delete`, GET of any other.
 */
export interface OperationEntry extends Omit<Operation, "id" | "method"> {
  readonly id?: Operation["id"];
  readonly method?: Operation["method"];
}

/** Operations by resource name: `{ integrations: { list: {…}, get: {…} } }`. */
export interface OperationTree {
  readonly [name: string]: OperationEntry | OperationTree;
}

/**
 * An API that a client can be created for: the value is a table of operations, the type parameters are its types.
 * `npm run generate` writes one from `openapi/`.
 */
export interface Api<Paths extends object = object, Resources extends object = object> {
  readonly operations: OperationTree;
  /** Where its requests go, for a service with a host of its own; null where each caller has another. */
  readonly baseUrl?: string | null;
  /** Never set: it carries the types of the document from the generated module to `createClient`. */
  readonly types?: { readonly paths: Paths; readonly resources: Resources };
}

/**
 * The discriminator of a union's variant for kinds that the document does not know yet. At run time it is the string that
 * the service sent. The type keeps it apart from the known kinds, so that `switch (config.kind)` narrows them and its
 * `default` branch remains.
 *
 * It is an enum member, because TypeScript treats every other subtype of `string` as comparable to the known literals, and
 * then no branch narrows. To compare with a kind by name, or to send one, use a cast: `config.kind as string`,
 * `"NewKind" as UnknownKind`.
 */
export declare enum UnknownKind {
  Unknown = "unknown",
}
