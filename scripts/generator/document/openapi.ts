/**
 * The parts of an OpenAPI 3 document that the pipeline works on, once the references to anything but schemas and
 * responses are resolved. Keys that are not named here are carried along as they are.
 */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info?: Info;
  /** What every operation requires that does not say otherwise. */
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

/** Names of security schemes that are needed together. */
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
  /** A response may stand in `components.responses`; a reference has no other key. */
  readonly $ref?: string;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
}

export type Content = Readonly<Record<string, MediaType>>;

export interface MediaType {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Examples;
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
  /** A flag of `minimum` in OpenAPI 3.0, a limit itself since 3.1. */
  readonly exclusiveMinimum?: boolean | number;
  readonly exclusiveMaximum?: boolean | number;
  readonly multipleOf?: number;

  readonly items?: Schema;
  /** The first items, each by itself; `items` is for those that follow. */
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
  readonly discriminator?: Discriminator;

  /** How far the service stands by it: `Early Access`, `Preview`, `General Availability`, `Deprecated`. */
  readonly "x-lifecycle-stage"?: unknown;
  /** Values that are known today; others may come. */
  readonly "x-extensible-enum"?: readonly unknown[];
  /** Set on creation and never again. */
  readonly "x-immutable"?: unknown;
  /** Put in by the pipeline: the discriminator of a union's arm for kinds that the document does not know. */
  readonly "x-unknown-kind"?: boolean;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Names of schemas, or references to them; in a document that a tool has resolved, the schemas themselves. */
  readonly mapping?: Readonly<Record<string, string | Schema>>;
}
