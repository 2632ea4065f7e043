import { eachNode, mapNodes, type Node, type Visit } from "./nodes.js";
import type { Pointer } from "./pointer.js";
import { formatReference, parseReference } from "./pointer.js";

/** Gives what takes the place of a reference. `node` is the mapping that holds the `$ref`, perhaps beside a description. */
type Replace = (reference: string, node: Node, pointer: Pointer) => unknown;

/** Copies a document, or anything in it, with every reference replaced. */
export function mapReferences<T>(root: T, replace: Replace, pointer: Pointer = []): T {
  const visit: Visit = (node, place, descend) => {
    const reference = node["$ref"];
    return typeof reference === "string" ? replace(reference, node, place) : descend(node);
  };
  return mapNodes(root, visit, pointer);
}

/** The targets of all references within a document, or anything in it. */
export function referencesIn(root: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  eachNode(root, ({ $ref }) => {
    if (typeof $ref === "string") found.add($ref);
  });
  return found;
}

/** The name of the component that a reference points to. */
export function componentName(reference: string): string {
  return parseReference(reference)?.[2] ?? reference;
}

export function schemaReference(name: string): string {
  return formatReference(["components", "schemas", name]);
}
