import type { Node } from "../generator/document/nodes.js";
import { isRecord, omit } from "../generator/document/records.js";

type Merge = (one: unknown, other: unknown) => unknown;

const smaller: Merge = (one, other) => Math.min(Number(one), Number(other));
const larger: Merge = (one, other) => Math.max(Number(one), Number(other));
const either: Merge = (one, other) => one === true || other === true;
const first: Merge = (one) => one;

/** What holds when two schemas hold at once, by keyword. Whatever is not named here cannot be said in one schema. */
const MERGES: Readonly<Record<string, Merge>> = {
  maximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
  minimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  uniqueItems: either,
  readOnly: either,
  writeOnly: either,
  deprecated: either,
  required: (one, other) => [...new Set([...listOf(one), ...listOf(other)])],
  enum: (one, other) => listOf(one).filter((value) => listOf(other).includes(value)),
  properties: mergeProperties,
  title: first,
  description: first,
  example: first,
  examples: first,
  default: first,
  externalDocs: first,
};

/**
 * A schema with the members of its `allOf` made part of it, so that two documents that mean the same look the same. A
 * member that contradicts the rest, or says what cannot be said twice, stays where it is.
 */
export function mergeAllOf(schema: Node, members: readonly Node[]): Node {
  let merged: Node = omit(schema, "allOf");
  const rest: Node[] = [];
  for (const member of members) {
    if (Object.entries(member).every(([key, value]) => isMergeable(key, merged[key], value)))
      merged = mergeTwo(merged, member);
    else rest.push(member);
  }
  return rest.length === 0 ? merged : { ...merged, allOf: rest };
}

function isMergeable(key: string, one: unknown, other: unknown): boolean {
  if (key === "$ref" || key === "allOf") return false;
  return (
    one === undefined ||
    key in MERGES ||
    key.startsWith("x-") ||
    JSON.stringify(one) === JSON.stringify(other)
  );
}

function mergeTwo(one: Node, other: Node): Node {
  const merged: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    merged[key] = key in merged ? (MERGES[key] ?? first)(merged[key], value) : value;
  }
  return merged;
}

function mergeProperties(one: unknown, other: unknown): unknown {
  const merged: Record<string, unknown> = isRecord(one) ? { ...one } : {};
  for (const [name, schema] of Object.entries(isRecord(other) ? other : {})) {
    merged[name] = name in merged ? { allOf: [merged[name], schema] } : schema;
  }
  return merged;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
