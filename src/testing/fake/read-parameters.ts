import type { DocumentOperation } from "../document/operations.js";
import type { Parameter, Schema } from "../document/schema.js";
import { flatten, typeOf } from "../document/flat-schema.js";
import { isTooDeep } from "./malformed.js";

/** The parameters of a request, as values of their types. */
export interface RequestParameters {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The headers that are parameters of the operation. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Query parameters that the operation does not have. */
  readonly unknownQuery: readonly string[];
}

/** Reads the parameters of a request. What is no value of its type stays a text, and is refused later. */
export function readParameters(
  { parameters, ownQuery = {} }: DocumentOperation,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
  headers: Headers,
): RequestParameters {
  const found = {
    path: {} as Record<string, unknown>,
    query: {} as Record<string, unknown>,
    header: {} as Record<string, unknown>,
  };
  const known = new Set(Object.keys(ownQuery));
  for (const parameter of parameters) {
    const { name, in: place, schema } = parameter;
    if (place === "path" && path[name] !== undefined) found.path[name] = readOne(path[name], parameter);
    const header = place === "header" ? headers.get(name) : null;
    if (header !== null) found.header[name] = readOne(header, parameter);
    if (place !== "query") continue;
    known.add(name);
    if (parameter.style === "deepObject") {
      const members = deepMembers(name, query);
      for (const [key] of members) known.add(`${name}[${key}]`);
      if (members.length > 0) found.query[name] = objectOf(members, schema);
    } else if (query.has(name)) found.query[name] = readQuery(query.getAll(name), parameter);
  }
  return { ...found, unknownQuery: [...new Set(query.keys())].filter((name) => !known.has(name)) };
}

function readQuery(values: readonly string[], parameter: Parameter): unknown {
  const schema = flatten(parameter.schema);
  const [first = ""] = values;
  if (typeOf(schema) !== "array" || parameter.isJson)
    return values.length > 1 ? values : readOne(first, parameter);
  const { style = "form", explode = style === "form" } = parameter;
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  const texts = explode ? values : values.flatMap((value) => value.split(separator));
  return texts.map((text) => scalarOf(text, schema.items ?? {}));
}

function readOne(text: string, { schema, isJson }: Parameter): unknown {
  const { items, ...flat } = flatten(schema);
  if (isJson) return parseJson(text);
  if (typeOf({ ...flat, ...(items && { items }) }) === "array")
    return text.split(",").map((part) => scalarOf(part, items ?? {}));
  return scalarOf(text, flat);
}

/** A text as a value of a schema's type; one that is none stays a text. */
export function scalarOf(text: string, schema: Schema): unknown {
  const type = typeOf(flatten(schema));
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  if ((type === "integer" || type === "number") && text.trim() !== "" && Number.isFinite(Number(text)))
    return Number(text);
  return text;
}

function deepMembers(name: string, query: URLSearchParams): readonly (readonly [string, string])[] {
  return [...query].flatMap(([key, value]) =>
    key.startsWith(`${name}[`) && key.endsWith("]") ? [[key.slice(name.length + 1, -1), value] as const] : [],
  );
}

function objectOf(members: readonly (readonly [string, string])[], schema: Schema): unknown {
  const { properties = {} } = flatten(schema);
  return Object.fromEntries(members.map(([key, text]) => [key, scalarOf(text, properties[key] ?? {})]));
}

function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return isTooDeep(value) ? text : value;
  } catch {
    return text;
  }
}
