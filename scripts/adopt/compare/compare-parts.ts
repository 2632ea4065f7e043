import { formatPointer, type Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { FALSE_BY_DEFAULT, type Kind } from "../facts.js";
import { canonical, nodeAt } from "../node.js";
import { compareSchemas } from "./compare-schemas.js";
import type { Comparison } from "./comparison.js";
import { prefixed, type Difference } from "./difference.js";
import { named, type Direction, type Place } from "./place.js";

export function compareFactsOf(
  their: Place,
  our: Place,
  keys: readonly string[],
  kind: Kind,
): readonly Difference[] {
  return keys.flatMap((key): readonly Difference[] => {
    const [published, ours] = [their, our].map(({ node }) =>
      node[key] === false && FALSE_BY_DEFAULT.has(key) ? undefined : node[key],
    );
    if (canonical(published) === canonical(ours)) return [];
    const target = our.pointer;
    if (published === undefined)
      return [{ path: [key], sort: "went", ours, edit: { action: "delete", target, key } }];
    const sort = ours === undefined ? "came" : "changed";
    return [
      {
        path: [key],
        sort,
        published,
        ours,
        edit: { action: "set", target, key, value: published, kinds: [kind, undefined] },
      },
    ];
  });
}

export function compareContent(
  comparison: Comparison,
  their: Place,
  our: Place,
  direction: Direction,
  kind: Kind,
): readonly Difference[] {
  if (their.node["content"] === undefined && our.node["content"] !== undefined) {
    return [
      { path: ["content"], sort: "went", edit: { action: "delete", target: our.pointer, key: "content" } },
    ];
  }
  if (our.node["content"] === undefined && their.node["content"] !== undefined) {
    const value = their.node["content"];
    return [
      {
        path: ["content"],
        sort: "came",
        edit: { action: "set", target: our.pointer, key: "content", value, kinds: [kind, "names"] },
      },
    ];
  }
  return compareNamed(comparison, their, our, "content", ["names", "mediaType"], (one, other) => [
    ...compareFactsOf(one, other, ["encoding"], "mediaType"),
    ...compareSchemaAt(comparison, one, other, direction, "mediaType"),
  ]);
}

export function compareSchemaAt(
  comparison: Comparison,
  their: Place,
  our: Place,
  direction: Direction,
  kind: Kind,
): readonly Difference[] {
  const key = "schema";
  const schemas = [their, our].map(({ node, pointer }) => {
    const schema = node[key];
    return isRecord(schema) ? { node: schema, pointer: [...pointer, key] } : undefined;
  });
  const [one, other] = schemas;
  if (!one && !other) return [];
  if (!other) {
    return [
      {
        path: [key],
        sort: "came",
        edit: { action: "set", target: our.pointer, key, value: one?.node, kinds: [kind, "value"] },
      },
    ];
  }
  if (!one) return [{ path: [key], sort: "went", edit: { action: "delete", target: our.pointer, key } }];
  return prefixed(compareSchemas(comparison, [one], [other], direction), key);
}

export function compareNamed(
  comparison: Comparison,
  their: Place,
  our: Place,
  key: string,
  kinds: readonly [Kind, Kind],
  compare: (their: Place, our: Place) => readonly Difference[],
): readonly Difference[] {
  const [theirs, own] = [named(comparison.published, their, key), named(comparison.ours, our, key)];
  const target: Pointer = [...our.pointer, key];
  return [...new Set([...theirs.keys(), ...own.keys()])].flatMap((name): readonly Difference[] => {
    const [one, other] = [theirs.get(name), own.get(name)];
    if (one && other) return prefixed(compare(one, other), key, name);
    if (!one) return [{ path: [key, name], sort: "went", edit: { action: "delete", target, key: name } }];
    const value = nodeAt(their.node, key)[name];
    return [{ path: [key, name], sort: "came", edit: { action: "set", target, key: name, value, kinds } }];
  });
}

export function keyOf(their: Place, our: Place, kind: string): string {
  return [kind, their, our]
    .map((part) => (typeof part === "string" ? part : formatPointer(part.pointer)))
    .join("\n");
}
