import type { DocumentOperation } from "../document/operations.js";
import type { Parameter, Schema } from "../document/schema.js";
import { flatten, typeOf, unionVariants } from "../document/flat-schema.js";
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
    if (place === "path" && path[name] !== undefined)
      found.path[name] = readOne(withoutPrefix(path[name], parameter), parameter);
    const header = place === "header" ? headers.get(name) : null;
    if (header !== null) found.header[name] = readOne(header, parameter);
    if (place !== "query") continue;
    if (isSpread(parameter)) {
      const members = spreadMembers(parameter, parameters, query);
      for (const [key] of members) known.add(key);
      if (members.length > 0) found.query[name] = objectOf(members, schema);
      continue;
    }
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
  const schema = listSchema(parameter.schema, values);
  const [first = ""] = values;
  if (!schema || parameter.isJson) return values.length > 1 ? values : readOne(first, parameter);
  const { style = "form", explode = style === "form" } = parameter;
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  const texts = explode ? values : values.flatMap((value) => value.split(separator));
  return texts.map((text) => scalarOf(text, schema.items ?? {}));
}

function readOne(text: string, { schema, isJson }: Parameter): unknown {
  const flat = flatten(schema);
  if (isJson) return parseJson(text);
  const type = typeOf(flat);
  if (type === "array") return text.split(",").map((part) => scalarOf(part, flat.items ?? {}));
  return type === "object" ? objectIn(text, flat) : scalarOf(text, flat);
}

/** The schema of a list: what is one by its type, or has a list among its variants and is given several times. */
function listSchema(schema: Schema, values: readonly string[]): Schema | undefined {
  const flat = flatten(schema);
  if (typeOf(flat) === "array") return flat;
  return values.length > 1 ? unionVariants(flat).find((variant) => typeOf(variant) === "array") : undefined;
}

/** An object in a text: `r,1,g,2`, or `r=1,g=2`. What is neither stays a text. */
function objectIn(text: string, schema: Schema): unknown {
  const parts = text.split(",");
  const pairs = parts.every((part) => part.includes("="))
    ? parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)] as const)
    : parts.flatMap((key, at) => (at % 2 === 0 ? [[key, parts[at + 1] ?? ""] as const] : []));
  return parts.length % 2 === 1 && !parts.every((part) => part.includes("="))
    ? text
    : objectOf(pairs, schema);
}

/** A path parameter without what its style puts before it: `;p=5`, `.5`. */
function withoutPrefix(text: string, { name, style, explode = false, schema }: Parameter): string {
  const isExploded = explode && ["array", "object"].includes(typeOf(flatten(schema)) ?? "");
  if (style === "label" && text.startsWith("."))
    return isExploded ? text.slice(1).replaceAll(".", ",") : text.slice(1);
  if (style !== "matrix" || !text.startsWith(";")) return text;
  const parts = text.slice(1).split(";");
  return parts.map((part) => (part.startsWith(`${name}=`) ? part.slice(name.length + 1) : part)).join(",");
}

/** Whether each member of an object is a parameter of its own, as in the style that objects have by default. */
function isSpread({ schema, style = "form", explode = style === "form", isJson }: Parameter): boolean {
  return style === "form" && explode && isJson !== true && typeOf(flatten(schema)) === "object";
}

/** The members of such an object: those it has, and where it may have others, what is no other parameter. */
function spreadMembers(
  { name, schema }: Parameter,
  parameters: readonly Parameter[],
  query: URLSearchParams,
): readonly (readonly [string, string])[] {
  const { properties = {}, additionalProperties } = flatten(schema);
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  const others = parameters.filter((one) => one.in === "query" && one.name !== name).map((one) => one.name);
  return [...query].filter(
    ([key]) =>
      Object.hasOwn(properties, key) ||
      (isOpen && !others.some((other) => key === other || key.startsWith(`${other}[`))),
  );
}

/** A text as a value of a schema's type; one that is none stays a text. */
export function scalarOf(text: string, schema: Schema): unknown {
  const flat = flatten(schema);
  const type = typeOf(flat);
  if (type === undefined && (flat.oneOf ?? flat.anyOf)) {
    const values = unionVariants(flat).map((variant) => scalarOf(text, variant));
    return values.find((value) => value !== text) ?? text;
  }
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

/** An object of fields; one that is there several times is a list. */
export function objectOf(members: readonly (readonly [string, string])[], schema: Schema): unknown {
  const byName = new Map<string, string[]>();
  for (const [key, text] of members) byName.set(key, [...(byName.get(key) ?? []), text]);
  const { properties = {}, additionalProperties } = flatten(schema);
  const others = typeof additionalProperties === "object" ? additionalProperties : {};
  return Object.fromEntries(
    [...byName].map(([key, texts]) => {
      const own = (Object.hasOwn(properties, key) ? properties[key] : undefined) ?? others;
      const list = listSchema(own, texts);
      if (list) return [key, texts.map((text) => scalarOf(text, list.items ?? {}))];
      return [key, texts.length > 1 ? texts : scalarOf(texts[0] ?? "", own)];
    }),
  );
}

function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return isTooDeep(value) ? text : value;
  } catch {
    return text;
  }
}
