import type { DocumentOperation } from "../../../src/testing/document/operations.js";
import { isLeftOut } from "../../../src/testing/document/flat-schema.js";
import type { Direction, Schema } from "../../../src/testing/document/schema.js";
import { placeOf, pointerOf } from "../../../src/testing/contract/pointer.js";
import { formatPointer } from "../../../src/testing/document/json-pointer.js";
import type { Pointer } from "../../../src/testing/contract/finding.js";

/** What is counted, in the order of the report. */
export const MEASURES = ["operations", "statuses", "parameters", "written", "read"] as const;
export type Measure = (typeof MEASURES)[number];

/** What each measure counts, for the readers of the report. */
export const TITLES: Readonly<Record<Measure, string>> = {
  operations: "operations",
  statuses: "statuses",
  parameters: "parameters",
  written: "properties written",
  read: "properties read",
};

/** Something that can be covered: one thing of one document. */
export interface Coverable {
  readonly measure: Measure;
  readonly service: string;
  /** Within its service. */
  readonly name: string;
}

/** All that documents have of each measure. */
export function coverables(operations: readonly DocumentOperation[]): readonly Coverable[] {
  const all = operations.flatMap(coverablesOf);
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

export function keyOf({ measure, service, name }: Coverable): string {
  return `${measure} ${service} ${name}`;
}

function coverablesOf(operation: DocumentOperation): readonly Coverable[] {
  const { id, document, parameters, body, responses } = operation;
  const one = (measure: Measure, name: string): Coverable => ({ measure, service: document.name, name });
  const written = Object.entries(body?.content ?? {}).flatMap(([type, { schema = {} }]) =>
    propertiesOf(
      operation,
      schema,
      [...pointerOf(operation), "requestBody", "content", type, "schema"],
      "request",
    ),
  );
  const read = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).flatMap(([type, { schema = {} }]) =>
      propertiesOf(
        operation,
        schema,
        [...pointerOf(operation), "responses", status, "content", type, "schema"],
        "response",
      ),
    ),
  );
  return [
    one("operations", id),
    ...Object.keys(responses).map((status) => one("statuses", `${id} ${status}`)),
    ...parameters.map((parameter) => one("parameters", `${id} ${parameter.in} ${parameter.name}`)),
    ...written.map((name) => one("written", name)),
    ...read.map((name) => one("read", name)),
  ];
}

/** The properties below a schema, by where they are in the document; each once, however schemas refer to one another. */
function propertiesOf(
  { document }: DocumentOperation,
  root: Schema,
  way: Pointer,
  direction: Direction,
): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<Schema>();
  visit(root, way);
  return [...names];

  function visit(schema: Schema, at: Pointer): void {
    if (seen.has(schema)) return;
    seen.add(schema);
    const pointer = placeOf(document, schema, at);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (isLeftOut(property, direction)) continue;
      names.add(formatPointer([...pointer, "properties", name]));
      visit(property, [...pointer, "properties", name]);
    }
    if (schema.items) visit(schema.items, [...pointer, "items"]);
    if (typeof schema.additionalProperties === "object")
      visit(schema.additionalProperties, [...pointer, "additionalProperties"]);
    for (const keyword of ["allOf", "oneOf", "anyOf"] as const) {
      schema[keyword]?.forEach((part, index) => visit(part, [...pointer, keyword, String(index)]));
    }
  }
}
