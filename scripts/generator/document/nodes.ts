import type { Pointer } from "./pointer.js";
import { isRecord, mapValues } from "./records.js";

/** Keys that hold values of the API: what looks like OpenAPI in there, such as a `$ref`, is data. */
const VALUES = new Set(["example", "default", "enum", "const", "value"]);

/** Keys whose children are named by the document's author: there, `default` or `value` are names like any other. */
const NAMED = new Set([
  "paths",
  "properties",
  "patternProperties",
  "content",
  "encoding",
  "schemas",
  "responses",
  "parameters",
  "headers",
  "examples",
  "requestBodies",
  "pathItems",
  "callbacks",
  "links",
  "securitySchemes",
]);

export type Node = Readonly<Record<string, unknown>>;

/**
 * Returns the replacement of a mapping of a document: of a schema, a response, or the document itself.
 * `descend` copies the mapping, with everything below it visited.
 */
export type Visit = (node: Node, pointer: Pointer, descend: (node: Node) => Node) => unknown;

/** Copies a document, or anything in it, with every mapping visited. */
export function mapNodes<T>(root: T, visit: Visit, pointer: Pointer = []): T {
  return mapNode(root, visit, pointer) as T;
}

function mapNode(node: unknown, visit: Visit, pointer: Pointer): unknown {
  if (Array.isArray(node)) {
    return node.map((item: unknown, index) => mapNode(item, visit, [...pointer, String(index)]));
  }
  if (!isRecord(node)) return node;
  return visit(node, pointer, (record) =>
    mapValues(record, (value, key) => {
      if (VALUES.has(key) || key.startsWith("x-")) return value;
      const place = [...pointer, key];
      if (!NAMED.has(key) || !isRecord(value)) return mapNode(value, visit, place);
      return mapValues(value, (child, name) => mapNode(child, visit, [...place, name]));
    }),
  );
}
