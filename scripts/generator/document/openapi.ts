/**
 * An OpenAPI 3 document as far as the generator works on it, with all references resolved except those to schemas and
 * responses. Keys that are not declared here are kept as they are.
 */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info?: Info;
  /**
   * Where requests go, for a service with a host of its own: a URL, or `required` where each caller has another. Without it,
   * they go where those of the other services do.
   */
  readonly "x-base-url"?: string;
  /** The name of the one service that all paths belong to, such as `schema-registry-v1`. */
  readonly "x-service"?: string;
  /** The default of each operation's `security`. */
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly Tag[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: Components;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
}

/** Names of security schemes that are required together. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface Tag {
  readonly name: string;
  readonly description?: string;
}

export interface Components {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly responses: Readonly<Record<string, Response>>;
  readonly securitySchemes: Readonly<Record<string, object>>;
}

/** In the order in which openapi-typescript prints them. */
export const HTTP_METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

export type PathItem = Readonly<Partial<Record<HttpMethod, Operation>>> & {
  readonly parameters?: readonly Parameter[];
};

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly "x-lifecycle-stage"?: unknown;
  readonly tags?: readonly string[];
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "query" | "header" | "path" | "cookie";
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: Schema;
  /** In the place of `schema`: one media type. */
  readonly content?: Content;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly example?: unknown;
  readonly examples?: Examples;
}

export type Header = Omit<Parameter, "name" | "in">;

export interface RequestBody {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: Content;
}

export interface Response {
  /** A reference to `components.responses`; it has no key beside it. */
  readonly $ref?: string;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
}

export type Content = Readonly<Record<string, MediaType>>;

export interface MediaType {
  readonly schema?: Schema;
  /** How the fields of a form are written. */
  readonly encoding?: Readonly<Record<string, Encoding>>;
  /** Since OpenAPI 3.2: the schema of each item of a body that is a sequence. */
  readonly itemSchema?: Schema;
  /** Added by the generator: marks a body whose `schema` is the list of the items of a sequence. */
  readonly "x-sequence"?: true;
  readonly example?: unknown;
  readonly examples?: Examples;
}

export interface Encoding {
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export type Examples = Readonly<Record<string, { readonly value?: unknown }>>;

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;

  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A flag of `minimum` in OpenAPI 3.0, a limit of its own since 3.1. */
  readonly exclusiveMinimum?: boolean | number;
  readonly exclusiveMaximum?: boolean | number;
  readonly multipleOf?: number;

  readonly items?: Schema;
  /** A schema for each of the first items; `items` is for those that follow. */
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;

  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: object;
  readonly discriminator?: Discriminator;

  /** How stable it is: `Early Access`, `Preview`, `General Availability`, `Deprecated`. */
  readonly "x-lifecycle-stage"?: unknown;
  /** The values that are known today; more may be added. */
  readonly "x-extensible-enum"?: readonly unknown[];
  /** Whether it can be set on creation only. */
  readonly "x-immutable"?: unknown;
  /** Added by the generator: marks the discriminator of the variant for unknown kinds. */
  readonly "x-unknown-kind"?: boolean;
  /** Added by the generator: marks a schema all of whose properties are of the other direction. */
  readonly "x-emptied"?: boolean;
  /** Added by the generator: marks the type that adds nothing to what stands beside it. */
  readonly "x-nothing"?: boolean;
  /** Added by the generator: marks a component that was a reference with constraints beside it. */
  readonly "x-alias"?: boolean;
  /** Added by the generator: marks a file in a form. */
  readonly "x-file"?: boolean;
  /** Added by the generator: marks what is read as bytes, or as a stream whose items are the schema's. */
  readonly "x-read-as"?: ReadAs;
  /** Added by the generator: marks the type that no value has. */
  readonly "x-never"?: boolean;
}

/** How a body that is not JSON or text is read: as a `Blob`, or by the reader of streams of that name. */
export type ReadAs = "blob" | "readJsonStream" | "readEventStream" | "readJsonEventStream";

/** The schema that no value satisfies. */
export const NEVER = { not: {} } satisfies Schema;

/** Whether no value satisfies a schema, in so many words. */
export function isNever({ not }: Schema): boolean {
  return not !== undefined && Object.keys(not).length === 0;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Names of schemas, or references to them; the schemas themselves in a document whose references a tool has resolved. */
  readonly mapping?: Readonly<Record<string, string | Schema>>;
}
