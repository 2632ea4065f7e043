import { flatten, typeOf } from "../document/flat-schema.js";
import { operationsOf, type DocumentOperation } from "../document/operations.js";
import { parameterOf } from "../document/path-template.js";
import { propertiesOf } from "../document/properties.js";
import type { Schema } from "../document/schema.js";
import { successOf } from "./success.js";

/** The shape of a list: an array, an object with an array in a member, or an object with a member for each resource. */
export interface ListShape {
  readonly kind: "array" | "member" | "map";
  readonly item: Schema;
  /** The member with the array: `data`, or another that holds what a path below the list shows. */
  readonly member?: string;
}

const shapes = new WeakMap<DocumentOperation, ListShape | null>();

/** How the response of a `GET` lists; undefined when it does not. */
export function listShapeOf(operation: DocumentOperation): ListShape | undefined {
  let shape = shapes.get(operation);
  if (shape === undefined) shapes.set(operation, (shape = findShape(operation) ?? null));
  return shape ?? undefined;
}

function findShape(operation: DocumentOperation): ListShape | undefined {
  const schema = flatten(successOf(operation).content?.schema ?? {});
  if (typeOf(schema) === "array") return { kind: "array", item: schema.items ?? {} };
  const { properties = {}, additionalProperties } = schema;
  const data = itemsIn(properties["data"]);
  if (data) return { kind: "member", item: data, member: "data" };
  if (!schema.properties && typeof additionalProperties === "object")
    return { kind: "map", item: additionalProperties };
  const one = shownBelow(operation);
  for (const [member, property] of Object.entries(one ? properties : {})) {
    const item = itemsIn(property);
    if (item && one && isOf(item, one)) return { kind: "member", item, member };
  }
  return undefined;
}

function itemsIn(property: Schema = {}): Schema | undefined {
  const array = flatten(property);
  return typeOf(array) === "array" ? (array.items ?? {}) : undefined;
}

/** Whether items show the same thing, or a summary of it. */
function isOf(item: Schema, one: Schema): boolean {
  if (flatten(item) === flatten(one)) return true;
  const known = propertiesOf(one);
  const names = Object.keys(propertiesOf(item));
  return names.filter((name) => name in known).length > names.length / 2;
}

/** What a `GET` of one of the list shows: of `/jobs`, that of `/jobs/{id}`. */
function shownBelow({ segments, document }: DocumentOperation): Schema | undefined {
  const get = operationsOf(document).find(
    (one) =>
      one.method === "GET" &&
      one.segments.length === segments.length + 1 &&
      parameterOf(one.segments.at(-1) ?? "") !== undefined &&
      segments.every((segment, index) => segment === one.segments[index]),
  );
  return get && successOf(get).content?.schema;
}
