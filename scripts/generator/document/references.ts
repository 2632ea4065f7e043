import { mapNodes, type Node, type Visit } from "./nodes.js";
import type { Pointer } from "./pointer.js";
import { formatReference, parseReference } from "./pointer.js";
import { isRecord, omit } from "./records.js";
import type { Source } from "../read/source.js";

/** What becomes of a reference; `node` is the mapping that holds it as `$ref`, perhaps with a description beside it. */
type Replace = (reference: string, node: Node, pointer: Pointer) => unknown;

/** A copy of a part of a document with every reference replaced. */
export function mapReferences<T>(part: T, replace: Replace, pointer: Pointer = []): T {
  const visit: Visit = (node, place, descend) => {
    const reference = node["$ref"];
    return typeof reference === "string" ? replace(reference, node, place) : descend(node);
  };
  return mapNodes(part, visit, pointer);
}

/** What the references within a part of a document point at. */
export function referencesIn(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  mapReferences(part, (reference) => found.add(reference));
  return found;
}

/**
 * The document with everything but schemas and responses in place of the references to it. Those two keep their names,
 * since types are made of them; a parameter, a header or an example is used where it stands.
 */
export function inlineReferences(source: Source): unknown {
  const inline = (part: unknown, pointer: Pointer, trail: readonly string[]): unknown =>
    mapReferences(
      part,
      (reference, node, place) => {
        const target = parseReference(reference);
        if (!target) throw source.error(place, `"${reference}" does not point into this document`);
        const value = valueAt(source.data, target);
        if (value === undefined) throw source.error(place, `"${reference}" points at nothing`);
        if (isNamedComponent(target)) return node;
        if (trail.includes(reference)) throw source.error(place, `"${reference}" leads back to itself`);
        const inlined = inline(value, target, [...trail, reference]);
        // By OpenAPI 3.0 the reference is all that counts, by 3.1 a description beside it does; generators write more.
        const beside = omit(node, "$ref");
        return isRecord(inlined) ? { ...inlined, ...(inline(beside, place, trail) as Node) } : inlined;
      },
      pointer,
    );
  return inline(source.data, [], []);
}

function isNamedComponent([root, section, , ...rest]: Pointer): boolean {
  return root === "components" && (section === "schemas" || section === "responses") && rest.length === 0;
}

function valueAt(data: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)] as unknown;
    return isRecord(node) ? node[key] : undefined;
  }, data);
}

/** The name of the component that a reference points at. */
export function componentName(reference: string): string {
  return parseReference(reference)?.[2] ?? reference;
}

export function schemaReference(name: string): string {
  return formatReference(["components", "schemas", name]);
}
