import { formatPointer, parseReference, type Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";

/**
 * Where something really stands that is known by its way through a document, as if references and members of `allOf`
 * were not there. What cannot be found is taken to be at the nearest place around it.
 */
export function locate(document: unknown, way: Pointer): string {
  const found = way.map((_, index) => find(document, document, way.slice(0, way.length - index), []));
  return formatPointer(found.find((place) => place !== undefined) ?? []);
}

function find(
  document: unknown,
  node: unknown,
  way: Pointer,
  place: Pointer,
  depth = 0,
): Pointer | undefined {
  const [key, ...rest] = way;
  if (key === undefined) return place;
  if (depth > 100) return undefined;
  const next = (child: unknown, at: Pointer, remaining: Pointer): Pointer | undefined =>
    find(document, child, remaining, at, depth + 1);
  if (Array.isArray(node))
    return Number(key) in node ? next(node[Number(key)], [...place, key], rest) : undefined;
  if (!isRecord(node)) return undefined;
  const reference = node["$ref"];
  const target = typeof reference === "string" ? parseReference(reference) : undefined;
  if (target) return next(valueAt(document, target), target, way);
  const own = key in node ? next(node[key], [...place, key], rest) : undefined;
  if (own) return own;
  const members = Array.isArray(node["allOf"]) ? (node["allOf"] as unknown[]) : [];
  for (const [index, member] of members.entries()) {
    const inherited = next(member, [...place, "allOf", String(index)], way);
    if (inherited) return inherited;
  }
  return undefined;
}

function valueAt(document: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), document);
}
