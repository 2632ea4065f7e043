/** The parts of an OpenAPI document (3.0 or 3.1), with what its references point at in their place. */

export interface Schema {
  /** Several in OpenAPI 3.1. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly "x-extensible-enum"?: readonly unknown[];
  readonly "x-immutable"?: boolean;
  /** True for a secret. */
  readonly "x-redact"?: boolean;
  readonly example?: unknown;
  /** Values in OpenAPI 3.1. */
  readonly examples?: unknown;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number in OpenAPI 3.1. */
  readonly exclusiveMinimum?: boolean | number;
  readonly exclusiveMaximum?: boolean | number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly maxProperties?: number;
  readonly items?: Schema;
  /** The first items, each with a schema of its own; `items` is for those that follow. Of OpenAPI 3.1. */
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: Discriminator;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  /** What holds as well when an object has a member. */
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Each value, and the reference of its variant. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** A media type, a parameter or a header: what has a schema and examples. */
export interface WithExamples {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

export interface Parameter extends WithExamples {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  /** Whether a query parameter may be there without a value. */
  readonly allowEmptyValue?: boolean;
  readonly schema: Schema;
  /** True when the value is written as JSON. */
  readonly isJson?: boolean;
}

/** The bodies of a request or a response, by media type. */
export type Content = Readonly<Record<string, WithExamples>>;

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Content;
}

export interface ResponseHeader extends WithExamples {
  readonly required?: boolean;
}

export interface DeclaredResponse {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, ResponseHeader>>;
  readonly content?: Content;
}

/** A way to send credentials. */
export interface SecurityScheme {
  /** Its name in the document. */
  readonly name: string;
  /** What it sends: HTTP Basic, a bearer token, or a value under a name of its own. */
  readonly kind: "basic" | "bearer" | "api-key" | "other";
  /** Where an API key is sent. */
  readonly place?: { readonly in: "query" | "header" | "cookie"; readonly name: string };
}

/** Whose values a schema is held against: what is read-only is not in requests, what is write-only not in responses. */
export type Direction = "request" | "response";
