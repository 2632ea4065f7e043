import { isReference, nodeAt, resolveReference } from "./references.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * What a path has: a path item may refer to another one, and have more beside that reference (OpenAPI 3.1, 4.8.9). What both
 * have is that of the item itself.
 *
 * @throws {Error} when a reference leads to nothing, into another document, or to itself
 */
export function pathItemAt(item: unknown, content: unknown): unknown {
  if (!isReference(item)) return item;
  // One that leads to itself is refused.
  resolveReference(content, item.$ref);
  const { $ref, ...own } = item;
  const target = pathItemAt(nodeAt(content, $ref), content);
  return Object.keys(own).length > 0 && isRecord(target) ? { ...target, ...own } : target;
}

/** Puts what items have beside their references together with what the references lead to. */
export function joinPathItems(content: unknown): void {
  const paths = isRecord(content) ? content["paths"] : undefined;
  if (!isRecord(paths)) return;
  const joined = Object.entries(paths)
    .filter(([path, item]) => !path.startsWith("x-") && isReference(item))
    .map(([path, item]) => [path, pathItemAt(item, content)] as const);
  Object.assign(paths, Object.fromEntries(joined));
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
