import type { Direction } from "../../../scripts/generator/document/directions.js";
import { isJsonType } from "../../../scripts/generator/document/media-types.js";
import type {
  Components,
  OpenApiDocument,
  Operation,
  Response,
  Schema,
} from "../../../scripts/generator/document/openapi.js";
import { HTTP_METHODS } from "../../../scripts/generator/document/openapi.js";
import { componentName } from "../../../scripts/generator/document/references.js";

const CONSTRAINTS = [
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "default",
  "readOnly",
  "writeOnly",
] as const satisfies readonly (keyof Schema)[];

/** A query string in a path becomes parameters. */
const QUERY_STRING = /\?.*/;

/** Everything that a document says about its operations, a line for each fact, however the document puts it. */
export function factsOf({ paths, components, security }: OpenApiDocument): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const [path, item] of Object.entries(paths)) {
    for (const method of HTTP_METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      addOperation(
        facts,
        `${method} ${path.replace(QUERY_STRING, "")}`,
        { security, ...operation, parameters } as Operation,
        components,
      );
    }
  }
  return facts;
}

function addOperation(facts: Set<string>, place: string, operation: Operation, components: Components): void {
  const { security = [], parameters = [], requestBody, responses } = operation;
  for (const requirement of security) facts.add(`${place} security ${JSON.stringify(requirement)}`);
  for (const { name, in: where, required = false, schema } of parameters) {
    facts.add(`${place} parameter ${where} ${name}${required ? " required" : ""}`);
    addSchema(facts, `${place} ${name}`, schema, "request", components);
  }
  for (const [type, { schema }] of Object.entries(requestBody?.content ?? {})) {
    facts.add(`${place} body ${type}`);
    addSchema(facts, `${place} body ${type}`, schema, "request", components);
  }
  for (const [status, response] of Object.entries(responses)) {
    const { $ref } = response;
    const { headers = {}, content = {} }: Response =
      $ref === undefined ? response : (components.responses[componentName($ref)] ?? {});
    facts.add(`${place} ${status}`);
    for (const [name, { schema }] of Object.entries(headers)) {
      facts.add(`${place} ${status} header ${name}`);
      addSchema(facts, `${place} ${status} header ${name}`, schema, "response", components);
    }
    for (const [type, { schema }] of Object.entries(content)) {
      facts.add(`${place} ${status} ${type}`);
      // Others are described as what they are read as.
      if (isJsonType(type)) addSchema(facts, `${place} ${status} ${type}`, schema, "response", components);
    }
  }
}

function addSchema(
  facts: Set<string>,
  place: string,
  root: Schema | undefined,
  direction: Direction,
  { schemas }: Components,
): void {
  const required = new Map<string, string>();
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const target = ($ref: string | undefined): Schema =>
    $ref === undefined ? {} : (schemas[componentName($ref)] ?? {});
  const isHidden = (schema: Schema): boolean =>
    schema[mark] === true || target(schema.$ref)[mark] === true || (schema.allOf ?? []).some(isHidden);

  const walk = (schema: Schema, at: string, trail: readonly string[]): void => {
    const { $ref, type, nullable, properties = {}, items, additionalProperties } = schema;
    if ($ref !== undefined && !trail.includes($ref)) walk(target($ref), at, [...trail, $ref]);
    for (const key of CONSTRAINTS) {
      if (schema[key] !== undefined) facts.add(`${at} ${key} ${JSON.stringify(schema[key])}`);
    }
    for (const name of [type ?? []].flat())
      facts.add(`${at} ${name === "null" ? "nullable" : `type ${name}`}`);
    if (nullable) facts.add(`${at} nullable`);
    const values = schema.enum ?? schema["x-extensible-enum"] ?? ("const" in schema ? [schema.const] : []);
    for (const value of values) facts.add(`${at} value ${JSON.stringify(value)}`);
    for (const name of schema.required ?? []) required.set(`${at} requires ${name}`, `${at}.${name}`);
    for (const [name, property] of Object.entries(properties)) {
      if (isHidden(property)) continue;
      facts.add(`${at}.${name}`);
      walk(property, `${at}.${name}`, trail);
    }
    if (items) walk(items, `${at}[]`, trail);
    for (const [index, item] of (schema.prefixItems ?? []).entries()) walk(item, `${at}[${index}]`, trail);
    for (const [pattern, value] of Object.entries(schema.patternProperties ?? {}))
      walk(value, `${at}{${pattern}}`, trail);
    if (typeof additionalProperties === "object") walk(additionalProperties, `${at}{}`, trail);
    else if (additionalProperties !== undefined) facts.add(`${at} more ${additionalProperties}`);
    for (const member of [schema.allOf, schema.anyOf, schema.oneOf].flatMap((members) => members ?? []))
      walk(member, at, trail);
  };
  walk(root ?? {}, place, []);
  // A property that one direction lacks is not required in it.
  for (const [fact, property] of required) if (facts.has(property)) facts.add(fact);
}
