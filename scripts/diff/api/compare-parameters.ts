import { pathParameterNames } from "../../generator/document/resource-path.js";
import { listOf, recordOf } from "../json.js";
import type { SchemaComparer } from "../schema/schema-comparer.js";
import { compareContent, compareSchemaOf, mediaOf, schemaOf } from "./compare-content.js";
import { compareTexts } from "./compare-texts.js";
import type { Endpoint } from "./endpoints.js";
import { findingAt, note, type Context, type Part } from "./recorder.js";

interface Parameter extends Part {
  readonly name: string;
  readonly in: string;
  readonly isRequired: boolean;
}

/** OpenAPI has it that parameters of these names say nothing. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

export function compareParameters(context: Context, old: Endpoint, revised: Endpoint): void {
  const direction = context.exchange.request;
  const names = pathParameterNames(revised.path);
  const renamed = new Map(pathParameterNames(old.path).map((name, index) => [name, names[index] ?? name]));
  const before = parametersOf(old, renamed);
  const after = parametersOf(revised);
  for (const [name, other] of renamed) {
    if (name === other) continue;
    const [one, two] = [before.get(`path ${other}`), after.get(`path ${other}`)];
    const finding = { kind: "path-parameter-renamed" as const, before: name, after: other };
    note(context, `path parameter ${other}`, direction, findingAt(one, two, finding, "name"));
  }
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, two] = [before.get(key), after.get(key)];
    if (one && two) compareParameter(context, one, two);
    else if (one) {
      const subject = labelOf(one);
      note(context, "", direction, findingAt(one, undefined, { kind: "parameter-removed", subject }));
    } else if (two) {
      const kind = two.isRequired ? "required-parameter-added" : "parameter-added";
      note(context, "", direction, findingAt(undefined, two, { kind, subject: labelOf(two) }));
    }
  }
}

function compareParameter(context: Context, old: Parameter, revised: Parameter): void {
  const direction = context.exchange.request;
  const place = labelOf(revised);
  if (old.isRequired !== revised.isRequired) {
    const kind = revised.isRequired ? "parameter-required" : "parameter-optional";
    note(context, place, direction, findingAt(old, revised, { kind }, "required"));
  }
  const [wasEmpty, isEmpty] = [old, revised].map(({ node }) => node["allowEmptyValue"] === true);
  if (wasEmpty !== isEmpty) {
    const kind = isEmpty === true ? "empty-value-allowed" : "empty-value-refused";
    note(context, place, direction, findingAt(old, revised, { kind }, "allowEmptyValue"));
  }
  compareTexts(context, place, old, revised);
  compareValue(context, place, direction, old, revised);
}

/** Compares how a parameter or a header is written, and what it may be. */
export function compareValue(
  context: Context,
  place: string,
  direction: "request" | "response",
  old: Part & { readonly in: string },
  revised: Part & { readonly in: string },
): void {
  const [media, others] = [mediaOf(old), mediaOf(revised)];
  const [before, after] = [writtenAs(old), writtenAs(revised)];
  const finding = { kind: "serialization-changed" as const, before, after };
  if (media.length > 0 && others.length > 0) compareContent(context, place, direction, old, revised);
  else if (media.length > 0 || others.length > 0)
    note(
      context,
      place,
      direction,
      findingAt(old, revised, finding, media.length > 0 ? "schema" : "content"),
    );
  else {
    if (before !== after && mattersFor(context.comparer, old, revised)) {
      note(context, place, direction, findingAt(old, revised, finding, "style"));
    }
    compareSchemaOf(context, place, direction, old, revised);
  }
}

function writtenAs({ node, in: place, pointer }: Part & { readonly in: string }): string {
  const [media] = mediaOf({ node, pointer });
  if (media) return media.key;
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const { style = usual, explode = style === "form", allowReserved = false } = node;
  const reserved = allowReserved === true ? ", with reserved characters as they are" : "";
  return `${String(style)}, ${explode === true ? "exploded" : "not exploded"}${reserved}`;
}

/** A string or a number is written the same in most styles. */
function mattersFor(comparer: SchemaComparer, old: Part, revised: Part): boolean {
  const shapes = [comparer.foldOld(schemaOf(old), "request"), comparer.foldNew(schemaOf(revised), "request")];
  const isPlain = shapes.every(({ types }) => types && !types.has("array") && !types.has("object"));
  if (!isPlain) return true;
  const says = (key: string, ...values: readonly unknown[]): boolean =>
    [old, revised].some(({ node }) => values.includes(node[key]));
  return says("style", "label", "matrix") || says("allowReserved", true);
}

/** Those of an operation, with those of its path; by where they are and their names. */
function parametersOf(
  { item, operation, path }: Endpoint,
  renamed: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Parameter> {
  const found = new Map<string, Parameter>();
  const key = (parameter: Parameter): string =>
    parameter.in === "path"
      ? `path ${renamed.get(parameter.name) ?? parameter.name}`
      : `${parameter.in} ${parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name}`;
  for (const name of pathParameterNames(path)) {
    const node = { in: "path", schema: { type: "string" } };
    const undeclared = { name, in: "path", isRequired: true, node, pointer: operation.pointer };
    found.set(key(undeclared), undeclared);
  }
  for (const part of [item, operation]) {
    for (const parameter of declared(part)) found.set(key(parameter), parameter);
  }
  return found;
}

function declared({ node, pointer }: Part): readonly Parameter[] {
  return listOf(node["parameters"])
    .map((value, index): Parameter => {
      const parameter = recordOf(value);
      return {
        node: parameter,
        pointer: [...pointer, "parameters", String(index)],
        name: String(parameter["name"]),
        in: String(parameter["in"]),
        isRequired: parameter["required"] === true || parameter["in"] === "path",
      };
    })
    .filter((parameter) => parameter.in !== "header" || !IGNORED_HEADERS.has(parameter.name.toLowerCase()));
}

function labelOf({ name, in: place }: Parameter): string {
  return `${place === "header" || place === "cookie" ? place : `${place} parameter`} ${name}`;
}

/** Whether the generated method takes a query. */
export function hasQuery(endpoint: Endpoint): boolean {
  return [...parametersOf(endpoint).values()].some((parameter) => parameter.in === "query");
}
