import { HTTP_METHODS } from "../../generator/document/openapi.js";
import type { Node } from "../../generator/document/nodes.js";
import type { Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { viewOf } from "../compare/place.js";
import type { Kind } from "../facts.js";
import { childrenAt, listAt, nodeAt, textAt } from "../node.js";

/** A place of our document where words have to be, whether they are there or not. */
export interface WordPlace {
  /** The mapping, and the key in it that holds the words. */
  readonly pointer: Pointer;
  readonly key: "title" | "summary" | "description";
  readonly kind: Kind;
  readonly node: Node;
}

/** Every place of a document where words have to be. */
export function wordPlaces(document: Node): readonly WordPlace[] {
  const components = nodeAt(document, "components");
  const parts = (
    section: string,
    visit: (node: Node, pointer: Pointer) => readonly WordPlace[],
  ): readonly WordPlace[] =>
    childrenAt(components, section).flatMap(([name, node]) => visit(node, ["components", section, name]));
  const schema = (node: Node, pointer: Pointer): readonly WordPlace[] =>
    schemaPlaces(document, node, pointer);
  return [
    ...place(nodeAt(document, "info"), ["info"], "info", "title", "description"),
    ...listAt(document, "tags").flatMap((tag, index) =>
      isRecord(tag) ? place(tag, ["tags", String(index)], "tag", "description") : [],
    ),
    ...childrenAt(document, "paths").flatMap(([path, item]) =>
      HTTP_METHODS.flatMap((method) => {
        const operation = item[method];
        return isRecord(operation) ? operationPlaces(document, operation, ["paths", path, method]) : [];
      }),
    ),
    ...parts("securitySchemes", (node, pointer) => place(node, pointer, "securityScheme", "description")),
    ...parts("parameters", (node, pointer) => place(node, pointer, "parameter", "description")),
    ...parts("headers", (node, pointer) => place(node, pointer, "header", "description")),
    ...parts("responses", (node, pointer) => responsePlaces(document, node, pointer)),
    ...parts("schemas", (node, pointer) => [
      ...place(node, pointer, "value", "description"),
      ...schema(node, pointer),
    ]),
  ];
}

/** Whether there are words. A title that is no more than the service's path, such as `iam/v2`, says nothing. */
export function hasWords({ node, key }: WordPlace): boolean {
  const text = textAt(node, key)?.trim() ?? "";
  return key === "title" ? text.includes(" ") : text !== "";
}

export function placesWithoutWords(document: Node): readonly WordPlace[] {
  return wordPlaces(document).filter((one) => !hasWords(one));
}

function place(
  node: Node,
  pointer: Pointer,
  kind: Kind,
  ...keys: readonly WordPlace["key"][]
): readonly WordPlace[] {
  return keys.map((key) => ({ pointer, key, kind, node }));
}

function operationPlaces(document: Node, operation: Node, pointer: Pointer): readonly WordPlace[] {
  const parameters = listAt(operation, "parameters").flatMap((parameter, index) =>
    isRecord(parameter) && parameter["$ref"] === undefined
      ? place(parameter, [...pointer, "parameters", String(index)], "parameter", "description")
      : [],
  );
  const body = nodeAt(operation, "requestBody");
  return [
    ...place(operation, pointer, "operation", "summary", "description"),
    ...parameters,
    ...contentPlaces(document, body, [...pointer, "requestBody"]),
    ...childrenAt(operation, "responses").flatMap(([status, response]) =>
      responsePlaces(document, response, [...pointer, "responses", status]),
    ),
  ];
}

function responsePlaces(document: Node, response: Node, pointer: Pointer): readonly WordPlace[] {
  if (response["$ref"] !== undefined) return [];
  const headers = childrenAt(response, "headers").flatMap(([name, header]) =>
    header["$ref"] === undefined ? place(header, [...pointer, "headers", name], "header", "description") : [],
  );
  return [
    ...place(response, pointer, "response", "description"),
    ...headers,
    ...contentPlaces(document, response, pointer),
  ];
}

function contentPlaces(document: Node, holder: Node, pointer: Pointer): readonly WordPlace[] {
  return childrenAt(holder, "content").flatMap(([type, media]) =>
    schemaPlaces(document, nodeAt(media, "schema"), [...pointer, "content", type, "schema"]),
  );
}

/** The properties of a schema and of those within it, up to the next that has a name. */
function schemaPlaces(
  document: Node,
  schema: Node,
  pointer: Pointer,
  known: ReadonlySet<string> = new Set(),
): readonly WordPlace[] {
  const properties = childrenAt(schema, "properties").flatMap(([name, property]) => {
    if (known.has(name) || property["$ref"] !== undefined) return [];
    const at = [...pointer, "properties", name];
    return [...place(property, at, "value", "description"), ...schemaPlaces(document, property, at)];
  });
  const inherited = inheritedNames(document, schema, pointer);
  const members = ["allOf", "oneOf", "anyOf"].flatMap((key) =>
    listAt(schema, key).flatMap((member, index) =>
      isRecord(member)
        ? schemaPlaces(
            document,
            member,
            [...pointer, key, String(index)],
            key === "allOf" ? inherited : new Set(),
          )
        : [],
    ),
  );
  const inner = ["items", "additionalProperties"].flatMap((key) =>
    isRecord(schema[key]) ? schemaPlaces(document, nodeAt(schema, key), [...pointer, key]) : [],
  );
  return [...properties, ...members, ...inner];
}

/** What a member of `allOf` says of a property that another schema has needs no words of its own. */
function inheritedNames(document: Node, schema: Node, pointer: Pointer): ReadonlySet<string> {
  const references = listAt(schema, "allOf").filter(
    (member): member is Node => isRecord(member) && "$ref" in member,
  );
  const view = viewOf(
    { document },
    references.map((node) => ({ node, pointer: [...pointer, "allOf"] })),
  );
  return new Set(view.flatMap(({ node }) => Object.keys(nodeAt(node, "properties"))));
}
