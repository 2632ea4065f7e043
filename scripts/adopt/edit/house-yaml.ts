import { isMap, isPair, isScalar, isSeq, Pair, Scalar, visit, type Document, type YAMLMap } from "yaml";
import { CORRECTIONS, keyOrder, type Kind } from "../facts.js";

/** How wide our documents are; this and prettier together print what they read, byte for byte. */
export const PRINT_OPTIONS = { lineWidth: 110, flowCollectionPadding: true, indentSeq: true } as const;

/** What the children of a mapping describe, by their key; any other child is a value of the interface, as it is. */
const CHILDREN: Readonly<Record<Kind, Readonly<Record<string, Kind | `each ${Kind}`>>>> = {
  document: {
    info: "info",
    servers: "each server",
    tags: "each tag",
    paths: "each pathItem",
    components: "components",
  },
  components: {
    securitySchemes: "each securityScheme",
    parameters: "each parameter",
    headers: "each header",
    responses: "each response",
    schemas: "each value",
    examples: "each names",
  },
  pathItem: Object.fromEntries(
    ["get", "put", "post", "patch", "delete", "options", "head", "trace"].map((method) => [
      method,
      "operation" as const,
    ]),
  ),
  operation: { parameters: "each parameter", requestBody: "requestBody", responses: "each response" },
  parameter: { schema: "value", content: "each mediaType" },
  header: { schema: "value" },
  response: { headers: "each header", content: "each mediaType" },
  requestBody: { content: "each mediaType" },
  mediaType: { schema: "value" },
  securityScheme: {},
  info: {},
  tag: {},
  server: {},
  object: {},
  value: {
    properties: "each value",
    patternProperties: "each value",
    items: "value",
    additionalProperties: "value",
    not: "value",
    allOf: "each value",
    oneOf: "each value",
    anyOf: "each value",
  },
  names: {},
};

/** Schemas beside which nothing is said are short enough for one line in these. */
const SHORT_SCHEMA_IN: readonly Kind[] = ["parameter", "header"];
export const FLOW_LISTS: ReadonlySet<string> = new Set(["tags", "required", "enum", "x-extensible-enum"]);

/** Makes YAML of a part of a document as our documents have it: keys in order, what is short on one line. */
export function houseNode(document: Document, value: unknown, kind: Kind | undefined, key = ""): unknown {
  const node = document.createNode(value, { aliasDuplicateObjects: false });
  arrange(node, kind, key);
  return node;
}

function arrange(node: unknown, kind: Kind | undefined, key: string): void {
  if (isSeq(node)) {
    if (FLOW_LISTS.has(key) && node.items.every(isScalar)) node.flow = true;
    return;
  }
  if (!isMap(node) || kind === undefined) return;
  const order = keyOrder(kind, node.toJSON() as Readonly<Record<string, unknown>>);
  node.items.sort((one, other) => rank(order, one) - rank(order, other));
  for (const pair of node.items) arrangeChild(kind, String(pair.key), pair.value);
  const isReference = node.items.length === 1 && node.has("$ref");
  if (isReference && (kind === "header" || kind === "response")) node.flow = true;
}

function arrangeChild(kind: Kind, key: string, child: unknown): void {
  const of = CHILDREN[kind][key];
  if (of === undefined) return isSeq(child) || key === "examples" ? arrangePlain(child, key) : undefined;
  if (!of.startsWith("each ")) {
    arrange(child, of as Kind, key);
    if (key === "schema" && SHORT_SCHEMA_IN.includes(kind) && isMap(child) && isShort(child))
      child.flow = true;
    return;
  }
  const each = of.slice("each ".length) as Kind;
  if (isSeq(child)) for (const item of child.items) arrange(item, each, "");
  if (!isMap(child)) return;
  for (const [index, pair] of child.items.entries()) {
    arrange(pair.value, each, String(pair.key));
    if (hasBlankLineBefore(kind, index)) setBlankLine(pair);
  }
}

/** References to examples and lists of words stand on one line. */
function arrangePlain(child: unknown, key: string): void {
  if (isSeq(child)) return arrange(child, undefined, key);
  if (!isMap(child)) return;
  for (const { value } of child.items) if (isMap(value) && value.has("$ref")) value.flow = true;
}

function isShort(schema: YAMLMap): boolean {
  return schema.items.every(({ value }) => isScalar(value) || (isSeq(value) && value.items.every(isScalar)));
}

function rank(order: readonly string[], { key }: Pair): number {
  const index = order.indexOf(String(key));
  if (index !== -1) return index;
  const words = order.indexOf("description");
  return words === -1 ? order.length : words - 0.5;
}

/** Between components, paths and the methods of a path; not before the first. */
function hasBlankLineBefore(kind: Kind, index: number): boolean {
  return index > 0 && (kind === "components" || kind === "document");
}

export function setBlankLine(pair: Pair): void {
  if (!isScalar(pair.key)) pair.key = new Scalar(pair.key);
  (pair.key as Scalar).spaceBefore = true;
}

/** Puts blank lines where a whole document of ours has them. */
export function spaceDocument(document: Document): void {
  const root = document.contents;
  if (!isMap(root)) return;
  const space = (map: unknown): void => {
    if (isMap(map)) map.items.slice(1).forEach(setBlankLine);
  };
  space(root);
  space(root.get("components"));
  const paths = root.get("paths");
  if (isMap(paths)) for (const { value } of paths.items) space(value);
}

/** Puts a key where the order of its mapping has it. */
export function insertInOrder(map: YAMLMap, key: string, value: unknown, kind: Kind): void {
  if (map.has(key)) {
    map.set(key, value);
    return;
  }
  const order = keyOrder(kind, map.toJSON() as Readonly<Record<string, unknown>>);
  const pair = new Pair(new Scalar(key), value);
  const at = order.length === 0 ? -1 : map.items.findIndex((item) => rank(order, item) > rank(order, pair));
  if (at === -1) map.items.push(pair);
  else map.items.splice(at, 0, pair);
}

/** Folds sentences that do not fit beside their key. Those that are written as blocks stay as they are. */
export function foldLongWords(document: Document): void {
  visit(document, {
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(key) || !isScalar(value)) return;
      const isReason = ancestors.some((ancestor) => isPair(ancestor) && String(ancestor.key) === CORRECTIONS);
      if (key.value !== "description" && !isReason) return;
      if (
        typeof value.value !== "string" ||
        value.type === Scalar.BLOCK_FOLDED ||
        value.type === Scalar.BLOCK_LITERAL
      )
        return;
      const depth = ancestors.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length - 1;
      const width = 2 * depth + String(key.value).length + 2 + value.value.length;
      if (value.value.includes("\n")) value.type = Scalar.BLOCK_LITERAL;
      else if (width > PRINT_OPTIONS.lineWidth) value.type = Scalar.BLOCK_FOLDED;
    },
  });
}
