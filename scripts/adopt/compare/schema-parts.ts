import { isRecord } from "../../generator/document/records.js";
import { listAt, nodeAt, targetOf } from "../node.js";
import { viewOf, type Direction, type Place, type SchemaView, type Side } from "./place.js";

/** An object need not say that it is one. */
export function typeOf(node: Place["node"]): unknown {
  return (
    node["type"] ?? (isRecord(node["properties"]) || node["required"] !== undefined ? "object" : undefined)
  );
}

export function parts(view: SchemaView, key: string): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const { node, pointer } of view) {
    for (const [name, part] of Object.entries(nodeAt(node, key))) {
      if (isRecord(part))
        found.set(name, [...(found.get(name) ?? []), { node: part, pointer: [...pointer, key, name] }]);
    }
  }
  return found;
}

export function children(view: SchemaView, key: string): readonly Place[] {
  return view.flatMap(({ node, pointer }) => {
    const child = node[key];
    return isRecord(child) ? [{ node: child, pointer: [...pointer, key] }] : [];
  });
}

/** The variants of a union by the name of their schema, or else by their place. */
export function variants(view: SchemaView, key: string): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const { node, pointer } of view) {
    for (const [index, part] of listAt(node, key).entries()) {
      if (!isRecord(part)) continue;
      found.set(targetOf(part)?.[2] ?? String(index), {
        node: part,
        pointer: [...pointer, key, String(index)],
      });
    }
  }
  return found;
}

/** Variants whose schema has a name in one document only are told apart by their order. */
export function alignedVariants(
  theirs: ReadonlyMap<string, Place>,
  ours: SchemaView,
  key: string,
): ReadonlyMap<string, Place> {
  const own = variants(ours, key);
  const left = [...theirs.keys()].filter((name) => !own.has(name));
  const unknown = [...own.keys()].filter((name) => !theirs.has(name));
  if (left.length !== unknown.length) return own;
  return new Map([...own].map(([name, place]) => [left[unknown.indexOf(name)] ?? name, place]));
}

export function isHidden(side: Side, places: readonly Place[], direction: Direction): boolean {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  return viewOf(side, places).some(({ node }) => node[mark] === true);
}
