import type { Pointer } from "./pointer.js";
import { isRecord, replaceItems, replaceValues } from "./records.js";

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
 * `descend` gives the mapping with everything below it visited.
 */
export type Visit = (node: Node, pointer: Pointer, descend: (node: Node) => Node) => unknown;

/** Gives a document, or anything in it, with every mapping visited; what does not change is not copied. */
export function mapNodes<T>(root: T, visit: Visit, pointer: Pointer = []): T {
  return mapNode(root, visit, pointer) as T;
}

function mapNode(node: unknown, visit: Visit, pointer: Pointer): unknown {
  if (Array.isArray(node)) {
    return replaceItems<unknown>(node, (item, index) => mapNode(item, visit, [...pointer, String(index)]));
  }
  if (!isRecord(node)) return node;
  return visit(node, pointer, (record) =>
    replaceValues(record, (value, key) => {
      if (typeof value !== "object" || isData(key)) return value;
      const place = [...pointer, key];
      if (!NAMED.has(key) || !isRecord(value)) return mapNode(value, visit, place);
      return replaceValues(value, (child, name) => mapNode(child, visit, [...place, name]));
    }),
  );
}

/** Visits every mapping of a document, or of anything in it, where no places are needed. */
export function eachNode(root: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(root)) for (const item of root) eachNode(item, visit);
  if (!isRecord(root)) return;
  visit(root);
  for (const key of Object.keys(root)) {
    const value = root[key];
    if (typeof value !== "object" || isData(key)) continue;
    if (NAMED.has(key) && isRecord(value))
      for (const name of Object.keys(value)) eachNode(value[name], visit);
    else eachNode(value, visit);
  }
}

function isData(key: string): boolean {
  return VALUES.has(key) || key.startsWith("x-");
}
