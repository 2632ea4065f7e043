import type { Node } from "../../generator/document/nodes.js";
import { isRecord } from "../../generator/document/records.js";
import { componentName } from "../../generator/document/references.js";
import { SCHEMA_FACTS } from "../facts.js";
import { childrenAt, listAt, nodeAt, nodesAt, textAt } from "../node.js";

const MARKS: ReadonlySet<string> = new Set([
  "type",
  "format",
  "nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "x-immutable",
]);

/** What a schema is, on one line: `string, uuid, read-only, e.g. 95c3…`. */
export function describeSchema(schema: Node): string {
  const names = [
    ...(typeof schema["$ref"] === "string" ? [componentName(schema["$ref"])] : []),
    ...nodesAt(schema, "allOf").map((member) =>
      typeof member["$ref"] === "string" ? componentName(member["$ref"]) : "",
    ),
  ].filter((name) => name !== "");
  const { type, format, items } = schema;
  const kind = type === "array" && isRecord(items) ? `list of ${describeSchema(items)}` : type;
  const values = [...listAt(schema, "enum"), ...listAt(schema, "x-extensible-enum")];
  const variants = [...nodesAt(schema, "oneOf"), ...nodesAt(schema, "anyOf")].map(describeSchema);
  const limits = SCHEMA_FACTS.filter((key) => !MARKS.has(key) && schema[key] !== undefined).map(
    (key) => `${key} ${JSON.stringify(schema[key])}`,
  );
  const marks = [
    schema["nullable"] === true && "nullable",
    schema["readOnly"] === true && "read-only",
    schema["writeOnly"] === true && "write-only",
    schema["deprecated"] === true && "deprecated",
    schema["x-immutable"] === true && "immutable",
  ];
  const { example } = schema;
  return [
    ...(names.length > 0 ? [names.join(" and ")] : []),
    ...(typeof kind === "string" ? [kind] : []),
    ...(typeof format === "string" ? [format] : []),
    ...(values.length > 0 ? [`one of ${values.map(String).join(" ")}`] : []),
    ...(variants.length > 0 ? [`one of: ${variants.join("; ")}`] : []),
    ...limits,
    ...marks.filter((mark) => mark !== false),
    ...(example === undefined ? [] : [`e.g. ${JSON.stringify(example).slice(0, 60)}`]),
  ].join(", ");
}

/** What an operation takes and returns, on one line. */
export function describeOperation(document: Node, operation: Node): string {
  const parameters = nodesAt(operation, "parameters").map((parameter) => {
    const one =
      typeof parameter["$ref"] === "string"
        ? component(document, "parameters", parameter["$ref"])
        : parameter;
    return `${textAt(one, "in") ?? ""} ${textAt(one, "name") ?? ""}${one["required"] === true ? "" : "?"}`;
  });
  const body = bodyOf(nodeAt(operation, "requestBody"));
  const responses = childrenAt(operation, "responses")
    .filter(([status]) => status.startsWith("2"))
    .map(([status, response]) => `${status} ${bodyOf(response) || "empty"}`);
  const stage = textAt(operation, "x-lifecycle-stage");
  return [
    textAt(operation, "operationId") ?? "",
    ...(stage === undefined ? [] : [stage]),
    ...(parameters.length > 0 ? [`takes ${parameters.join(", ")}`] : []),
    ...(body === "" ? [] : [`body ${body}`]),
    `returns ${responses.join(", ")}`,
  ].join("; ");
}

function bodyOf(holder: Node): string {
  return [
    ...new Set(childrenAt(holder, "content").map(([, media]) => describeSchema(nodeAt(media, "schema")))),
  ].join(" | ");
}

function component(document: Node, section: string, reference: string): Node {
  return nodeAt(nodeAt(nodeAt(document, "components"), section), componentName(reference));
}

/** Where the parts of a document are used: operations by their ids, and schemas by their names. */
export function usesOf(document: Node): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  const note = (part: unknown, user: string): void => {
    if (Array.isArray(part)) part.forEach((item) => note(item, user));
    if (!isRecord(part)) return;
    const reference = part["$ref"];
    if (typeof reference === "string") uses.set(reference, (uses.get(reference) ?? new Set()).add(user));
    for (const child of Object.values(part)) note(child, user);
  };
  for (const [, item] of childrenAt(document, "paths")) {
    for (const operation of Object.values(item)) {
      if (isRecord(operation)) note(operation, textAt(operation, "operationId") ?? "");
    }
  }
  for (const section of ["schemas", "responses"]) {
    for (const [name, part] of childrenAt(nodeAt(document, "components"), section)) note(part, name);
  }
  return uses;
}
