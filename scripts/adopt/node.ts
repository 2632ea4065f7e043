import { isRecord, omit } from "../generator/document/records.js";
import { mapNodes, type Node } from "../generator/document/nodes.js";
import { PUBLISHED_WORDS } from "./facts.js";
import { parseReference, type Pointer } from "../generator/document/pointer.js";

/** Access to documents that nothing is known of: what is not there, or is something else, is as good as empty. */

export function nodeAt(node: Node | undefined, key: string): Node {
  const value = node?.[key];
  return isRecord(value) ? value : {};
}

/** The mappings among the children of a mapping, by their names. */
export function childrenAt(node: Node | undefined, key: string): readonly (readonly [string, Node])[] {
  return Object.entries(nodeAt(node, key)).filter((entry): entry is [string, Node] => isRecord(entry[1]));
}

export function listAt(node: Node | undefined, key: string): readonly unknown[] {
  const value = node?.[key];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function nodesAt(node: Node | undefined, key: string): readonly Node[] {
  return listAt(node, key).filter(isRecord);
}

export function textAt(node: Node | undefined, key: string): string | undefined {
  const value = node?.[key];
  return typeof value === "string" ? value : undefined;
}

export function valueAt(document: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)] as unknown;
    return isRecord(node) ? node[key] : undefined;
  }, document);
}

/** Where a mapping that is a reference points; undefined for any other mapping. */
export function targetOf(node: Node): Pointer | undefined {
  const reference = textAt(node, "$ref");
  return reference === undefined ? undefined : parseReference(reference);
}

/** A copy without what is undefined. */
export function defined(node: Node): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}

/** A copy with some keys only, where they are there. */
export function pick(node: Node, keys: readonly string[]): Node {
  return Object.fromEntries(keys.filter((key) => node[key] !== undefined).map((key) => [key, node[key]]));
}

/** Text that is the same for what is the same, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** Text that is the same for what says the same, examples aside. */
export function canonicalFacts(part: unknown): string {
  return canonical(
    mapNodes(part, (node, _, descend) => descend(omit(node, "example", "examples", PUBLISHED_WORDS))),
  );
}
