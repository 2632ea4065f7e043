import { CORRECTIONS } from "../generator/read/corrections.js";

/** What a document says beside its words: the keys that are facts, and in which order they stand in a node. */

export { CORRECTIONS };

/** Put in where someone wants to see the published words; it never comes into our documents. */
export const PUBLISHED_WORDS = "x-published-words";

/** Extensions that say something about the interface. Those of the publisher's own tools are left out. */
const EXTENSIONS = [
  "x-lifecycle-stage",
  "x-deprecated-at",
  "x-sunset-at",
  "x-extensible-enum",
  "x-immutable",
  "x-max-page-items",
  "x-redact",
] as const;

/** Limits of strings, numbers and lists, in the order that they are written in. */
const LIMITS = [
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
] as const;

/** Limits and marks of a schema, compared value by value. */
export const SCHEMA_FACTS = [
  "type",
  "format",
  "nullable",
  ...LIMITS,
  "minProperties",
  "maxProperties",
  "default",
  "readOnly",
  "writeOnly",
  "deprecated",
  ...EXTENSIONS.filter((name) => name !== "x-extensible-enum"),
] as const;

/** Lists of a schema whose order means nothing, compared item by item. */
export const SCHEMA_SETS = ["enum", "x-extensible-enum", "required"] as const;

/** Schemas within a schema: one, several by name, several in a list. */
export const ONE_SCHEMA = ["items", "additionalProperties", "not"] as const;
export const NAMED_SCHEMAS = ["properties", "patternProperties"] as const;
export const LISTED_SCHEMAS = ["oneOf", "anyOf"] as const;

export const PARAMETER_FACTS = [
  "required",
  "deprecated",
  "allowEmptyValue",
  "allowReserved",
  "style",
  "explode",
] as const;
export const HEADER_FACTS = ["required", "deprecated"] as const;
export const OPERATION_FACTS = [
  "operationId",
  "deprecated",
  "x-lifecycle-stage",
  "x-deprecated-at",
  "x-sunset-at",
] as const;
export const SECURITY_SCHEME_FACTS = [
  "type",
  "scheme",
  "bearerFormat",
  "name",
  "in",
  "openIdConnectUrl",
] as const;

/** What OpenAPI takes to be so where nothing is said. */
export const FALSE_BY_DEFAULT: ReadonlySet<string> = new Set([
  "nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "uniqueItems",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "x-immutable",
  "required",
  "allowEmptyValue",
  "allowReserved",
]);

/** Keys in the order in which they stand in our documents; where a key is not named, it comes before the words. */
const ORDERS = {
  document: [
    "openapi",
    "info",
    "x-service",
    "x-base-url",
    CORRECTIONS,
    "servers",
    "tags",
    "security",
    "paths",
    "components",
  ],
  components: ["securitySchemes", "parameters", "headers", "responses", "schemas", "examples"],
  pathItem: ["get", "put", "post", "patch", "delete", "options", "head", "trace"],
  operation: [
    "operationId",
    "summary",
    "description",
    CORRECTIONS,
    "deprecated",
    "x-lifecycle-stage",
    "x-deprecated-at",
    "x-sunset-at",
    "tags",
    "security",
    "parameters",
    "requestBody",
    "responses",
  ],
  parameter: [
    "name",
    "in",
    "required",
    "deprecated",
    "style",
    "explode",
    "description",
    CORRECTIONS,
    "schema",
    "content",
    "example",
  ],
  header: ["description", CORRECTIONS, "required", "deprecated", "schema", "example"],
  response: ["description", CORRECTIONS, "headers", "content"],
  requestBody: ["description", CORRECTIONS, "required", "content"],
  mediaType: ["schema", "example", "examples"],
  securityScheme: ["type", "scheme", "bearerFormat", "name", "in", "description", CORRECTIONS, "flows"],
  info: ["title", "version", "description", "license", CORRECTIONS],
  tag: ["name", "description"],
  server: ["url", "description", CORRECTIONS, "variables"],
  /** A schema with properties: what it is, then what is in it. */
  object: [
    "type",
    "description",
    CORRECTIONS,
    "nullable",
    "required",
    "properties",
    "patternProperties",
    "additionalProperties",
  ],
  /** Any other: its limits, then what it is. */
  value: [
    "allOf",
    "type",
    "format",
    "nullable",
    "oneOf",
    "anyOf",
    "not",
    "discriminator",
    "enum",
    "x-extensible-enum",
    ...LIMITS,
    "items",
    "minProperties",
    "maxProperties",
    "additionalProperties",
    "default",
    "readOnly",
    "writeOnly",
    "deprecated",
    "x-lifecycle-stage",
    "x-immutable",
    "x-max-page-items",
    "x-redact",
    "description",
    CORRECTIONS,
    "example",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a mapping of a document describes. */
export type Kind = keyof typeof ORDERS | "names";

/** The order of the keys of a mapping; of names, given by its author, there is none. */
export function keyOrder(kind: Kind, node: Readonly<Record<string, unknown>>): readonly string[] {
  if (kind === "names") return [];
  return ORDERS[kind === "value" && "properties" in node ? "object" : kind];
}
