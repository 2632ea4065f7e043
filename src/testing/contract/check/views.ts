import { partIn } from "../../document/cycles.js";
import { compilePattern } from "../../document/pattern.js";
import type { Schema } from "../../document/schema.js";
import { subtypesFor } from "../../document/subtypes.js";
import type { Pointer } from "../finding.js";
import { placeOf } from "../pointer.js";
import type { OpenApiDocument } from "../../document/read-document.js";
import { isObject, type Spot, type View } from "./spot.js";
import { UNIONS, variantsOf } from "./variants.js";
import { problemOf } from "./violations.js";

/** The value of a body, with its schema. */
export function bodySpot(document: OpenApiDocument, schema: Schema, pointer: Pointer, value: unknown): Spot {
  return { value, place: "body", views: viewsOf(document, schema, pointer, value) };
}

/**
 * A member of an object, or an item of a list. What no schema says anything of has no views.
 *
 * The keys of a map are names that somebody has given to things: in the place, a star stands for them.
 */
export function spotIn(document: OpenApiDocument, { value, place, views }: Spot, key: string | number): Spot {
  const inner = (value as Readonly<Record<string | number, unknown>>)[key];
  const found = views.flatMap((view) => childOf(view, key));
  const isNamed = found.some((child) => child.isNamed);
  return {
    value: inner,
    place: `${place}${typeof key === "number" ? "[]" : isNamed ? `.${key}` : ".*"}`,
    views: found.flatMap(({ schema, pointer }) => viewsOf(document, schema, pointer, inner)),
  };
}

/** A schema for a member or an item. */
interface Child extends View {
  /** True when the schema has the member by its name. */
  readonly isNamed: boolean;
}

function childOf({ schema, pointer }: View, key: string | number): readonly Child[] {
  if (typeof key === "number") {
    const first = schema.prefixItems?.[key];
    if (first) return [{ schema: first, pointer: [...pointer, "prefixItems", String(key)], isNamed: false }];
    return schema.items ? [{ schema: schema.items, pointer: [...pointer, "items"], isNamed: false }] : [];
  }
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (own) return [{ schema: own, pointer: [...pointer, "properties", key], isNamed: true }];
  const matching = Object.entries(patternProperties).filter(([pattern]) =>
    compilePattern(pattern)?.test(key),
  );
  if (matching.length > 0)
    return matching.map(([pattern, child]) => ({
      schema: child,
      pointer: [...pointer, "patternProperties", pattern],
      isNamed: false,
    }));
  return typeof additionalProperties === "object"
    ? [{ schema: additionalProperties, pointer: [...pointer, "additionalProperties"], isNamed: false }]
    : [];
}

/** @param around the schemas that the one at hand is a part or a variant of: they have their views already */
function viewsOf(
  document: OpenApiDocument,
  raw: Schema,
  way: Pointer,
  value: unknown,
  around: readonly Schema[] = [],
): readonly View[] {
  const schema = partIn(raw, around);
  if (around.includes(schema)) return [];
  const pointer = placeOf(document, raw, way);
  const parts = (schema.allOf ?? []).map((part, index): View => ({
    schema: part,
    pointer: [...pointer, "allOf", String(index)],
  }));
  const subtypes = isObject(value) ? subtypesFor(schema, value, around) : [];
  const variants = UNIONS.flatMap((keyword) => variantsOf(document, { schema, pointer }, keyword, value));
  return [
    { schema, pointer },
    ...[...parts, ...variants, ...subtypes, ...conditionals(document, { schema, pointer }, value)].flatMap(
      (part) => viewsOf(document, part.schema, part.pointer, value, [...around, schema]),
    ),
  ];
}

/** The schemas that hold for a value on a condition that it meets. */
function conditionals(document: OpenApiDocument, { schema, pointer }: View, value: unknown): readonly View[] {
  const branch = schema.if && (problemOf(document, schema.if, value) === undefined ? "then" : "else");
  const chosen = branch && schema[branch];
  return [
    ...(branch && chosen ? [{ schema: chosen, pointer: [...pointer, branch] }] : []),
    ...Object.entries(schema.dependentSchemas ?? {})
      .filter(([name]) => isObject(value) && Object.hasOwn(value, name))
      .map(([name, one]) => ({ schema: one, pointer: [...pointer, "dependentSchemas", name] })),
  ];
}
