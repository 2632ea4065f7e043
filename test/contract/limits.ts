import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { removeAt, setAt, type Change } from "./wire-request.js";

/** A limit that a document sets to a request, and what is done to a valid request to reach it, and to go beyond it. */
export interface Limit {
  readonly operationId: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  /** Such as `query.page_size` or `body.environment.id`. */
  readonly place: string;
  readonly rule: Rule;
  /** The status of the response to a request beyond it. */
  readonly status: number;
  readonly beyond: Change;
  /** Absent where there is no such value, as for what is required. */
  readonly within?: Change;
}

type Rule = "required" | "type" | "enum" | "minLength" | "maxLength" | "minimum" | "maximum" | "pattern";

interface Schema {
  $ref?: string;
  type?: string;
  readOnly?: boolean;
  enum?: string[];
  "x-extensible-enum"?: string[];
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  oneOf?: Schema[];
}

interface Parameter {
  name: string;
  in: "query" | "path";
  required?: boolean;
  schema: Schema;
}

interface Operation {
  operationId: string;
  parameters?: ({ $ref: string } | Parameter)[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, object>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> };
}

/** The keywords that a schema may have; a limit of another kind would not be tested. */
const TRIED = /^(enum|minLength|maxLength|minimum|maximum|pattern|properties|required|oneOf)$/;
const NO_LIMIT = /^(type|format|description|example|default|discriminator|x-.+)$/;

/** Every limit of every request of every document in `openapi/`. */
export const limits: readonly Limit[] = readdirSync("openapi")
  .filter((file) => file.endsWith(".yaml"))
  .flatMap((file) => limitsOf(parse(readFileSync(`openapi/${file}`, "utf8")) as Document));

function limitsOf({ paths, components }: Document): readonly Limit[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const { operationId, parameters = [], requestBody, responses } = operation;
      const shared = {
        operationId,
        path,
        method: method.toUpperCase() as Limit["method"],
        // Prism responds with the first of these that the operation declares.
        status: "422" in responses ? 422 : 400,
      };
      const found = [
        ...parameters.flatMap((parameter) => ofParameter(resolveParameter(parameter))),
        ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => [
          ...(requestBody?.required ? [requiring(["body"])] : []),
          ...ofSchema(schema, ["body"], []),
        ]),
      ];
      return found.map((limit): Limit => ({ ...shared, ...limit }));
    }),
  );

  function ofParameter({ name, in: place, required, schema }: Parameter): readonly Found[] {
    // Without its path parameters, a request is one for another path.
    const presence = required && place === "query" ? [requiring(["query", name])] : [];
    return [...presence, ...ofSchema(schema, [place, name], [])];
  }

  /** @param before changes to make first, so that the place of the schema has a value */
  function ofSchema(raw: Schema, keys: readonly string[], before: readonly Change[]): readonly Found[] {
    const schema = flatten(raw);
    const unknown = Object.keys(schema).find((key) => !TRIED.test(key) && !NO_LIMIT.test(key));
    if (unknown !== undefined) throw new Error(`No test tries the limit ${unknown} of ${keys.join(".")}`);
    const { oneOf = [], properties = {}, required = [] } = schema;
    const container: readonly Change[] = [...before, setAt(keys, sampleOf(schema), "if absent")];
    return [
      ...scalarLimits(schema, keys).map((found) => after(before, found)),
      ...oneOf.flatMap((variant) => ofSchema(variant, keys, [...before, setAt(keys, sampleOf(variant))])),
      ...required
        .filter((name) => !isReadOnly(properties[name]))
        .map((name) => after(container, requiring([...keys, name]))),
      ...Object.entries(properties)
        .filter(([, property]) => !isReadOnly(property))
        .flatMap(([name, property]) => ofSchema(property, [...keys, name], container)),
    ];
  }

  /** A schema with what it refers to in its place. */
  function flatten({ $ref, allOf = [], ...own }: Schema): Schema {
    const target = $ref === undefined ? [] : [components.schemas[nameIn($ref)] ?? {}];
    const parts = [...[...target, ...allOf].map(flatten), own];
    const required = parts.flatMap((part) => part.required ?? []);
    const properties = Object.assign({}, ...parts.map((part) => part.properties)) as Schema["properties"];
    return Object.assign({}, ...parts, { required, properties }) as Schema;
  }

  function isReadOnly(property: Schema = {}): boolean {
    return flatten(property).readOnly === true;
  }

  /** A value with its required properties alone. */
  function sampleOf(raw: Schema): unknown {
    const { example, enum: values, oneOf, properties, required = [] } = flatten(raw);
    if (example !== undefined) return example;
    if (values) return values[0];
    if (oneOf?.[0]) return sampleOf(oneOf[0]);
    const names = required.filter((name) => !isReadOnly(properties?.[name]));
    return Object.fromEntries(names.map((name) => [name, sampleOf(properties?.[name] ?? {})]));
  }

  function resolveParameter(parameter: { $ref: string } | Parameter): Parameter {
    if (!("$ref" in parameter)) return parameter;
    const target = components.parameters?.[nameIn(parameter.$ref)];
    if (!target) throw new Error(`${parameter.$ref} points at nothing`);
    return target;
  }
}

type Found = Pick<Limit, "place" | "rule" | "beyond" | "within">;

function requiring(keys: readonly string[]): Found {
  return { place: keys.join("."), rule: "required", beyond: removeAt(keys) };
}

function after(changes: readonly Change[], { beyond, within, ...found }: Found): Found {
  const all =
    (last: Change): Change =>
    (request) =>
      [...changes, last].forEach((change) => change(request));
  return { ...found, beyond: all(beyond), ...(within && { within: all(within) }) };
}

function scalarLimits(schema: Schema, keys: readonly string[]): readonly Found[] {
  const { type, minLength = 0, maxLength, minimum, maximum, pattern, enum: values } = schema;
  const text = typeof schema.example === "string" ? schema.example : "";
  const ofLength = (length: number): string => text.padEnd(length, "x").slice(0, length);
  const limit = (rule: Rule, beyond: unknown, ...within: unknown[]): Found => ({
    place: keys.join("."),
    rule,
    beyond: setAt(keys, beyond),
    ...(within.length > 0 && { within: setAt(keys, within[0]) }),
  });
  const found: Found[] = [];
  if (type === "integer") found.push(limit("type", 1.5));
  if (values) found.push(limit("enum", "none of these"));
  if (minLength > 0) {
    // Prism takes an empty query parameter for one that is missing.
    const rule = keys[0] === "query" && minLength === 1 ? "required" : "minLength";
    found.push(limit(rule, ofLength(minLength - 1), ofLength(minLength)));
  }
  if (maxLength !== undefined) found.push(limit("maxLength", ofLength(maxLength + 1), ofLength(maxLength)));
  if (minimum !== undefined) found.push(limit("minimum", minimum - 1, minimum));
  if (maximum !== undefined) found.push(limit("maximum", maximum + 1, maximum));
  if (pattern !== undefined) found.push(limit("pattern", unlike(pattern), schema.example));
  return found;
}

/** A text that a pattern does not match. */
function unlike(pattern: string): string {
  const text = ["<", " ", "x", "0"].find((candidate) => !new RegExp(pattern, "u").test(candidate));
  if (text === undefined) throw new Error(`No text is known that ${pattern} does not match`);
  return text;
}

function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
