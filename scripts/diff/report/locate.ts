import { formatPointer, parseReference, type Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";

/**
 * Resolves a pointer that was written as if references and `allOf` were not there to the pointer of the real place. What
 * cannot be found is taken to be at the nearest place around it.
 */
export function locate(document: unknown, pointer: Pointer): string {
  const found = pointer.map((_, index) =>
    find(document, document, pointer.slice(0, pointer.length - index), []),
  );
  return formatPointer(found.find((place) => place !== undefined) ?? []);
}

function find(
  document: unknown,
  node: unknown,
  pointer: Pointer,
  place: Pointer,
  depth = 0,
): Pointer | undefined {
  const [key, ...rest] = pointer;
  if (key === undefined) return place;
  if (depth > 100) return undefined;
  const next = (child: unknown, at: Pointer, remaining: Pointer): Pointer | undefined =>
    find(document, child, remaining, at, depth + 1);
  if (Array.isArray(node))
    return Number(key) in node ? next(node[Number(key)], [...place, key], rest) : undefined;
  if (!isRecord(node)) return undefined;
  const reference = node["$ref"];
  const target = typeof reference === "string" ? parseReference(reference) : undefined;
  if (target) return next(valueAt(document, target), target, pointer);
  const own = key in node ? next(node[key], [...place, key], rest) : undefined;
  if (own) return own;
  const members = Array.isArray(node["allOf"]) ? (node["allOf"] as unknown[]) : [];
  for (const [index, member] of members.entries()) {
    const inherited = next(member, [...place, "allOf", String(index)], pointer);
    if (inherited) return inherited;
  }
  return undefined;
}

function valueAt(document: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), document);
}
