import type { Node } from "../../generator/document/nodes.js";
import { isRecord, mapValues, omit } from "../../generator/document/records.js";
import { componentName, referencesIn } from "../../generator/document/references.js";
import { childrenAt, listAt, nodeAt, nodesAt } from "../node.js";
import type { Service } from "../published/services.js";
import { operationsOf } from "./operation-ids.js";

/** Leaves the members that only the service sets out of schemas that are only ever sent. */
export function trimRequests(service: Service): Service {
  const { paths, schemas } = service;
  const returned = new Set<string>();
  const pending: unknown[] = operationsOf(paths).map(({ operation }) => operation["responses"]);
  while (pending.length > 0) {
    for (const reference of referencesIn(pending.pop())) {
      const name = componentName(reference);
      if (returned.has(name)) continue;
      returned.add(name);
      pending.push(schemas[name]);
    }
  }
  const isReadOnly = (schema: Node): boolean =>
    schema["readOnly"] === true ||
    nodesAt(schema, "allOf").some(isReadOnly) ||
    (typeof schema["$ref"] === "string" && schemas[componentName(schema["$ref"])]?.["readOnly"] === true);
  return {
    ...service,
    schemas: mapValues(schemas, (schema, name) => (returned.has(name) ? schema : trim(schema, isReadOnly))),
  };
}

function trim(schema: Node, isReadOnly: (schema: Node) => boolean): Node {
  if (!isRecord(schema["properties"])) return schema;
  const gone = childrenAt(schema, "properties")
    .filter(([, property]) => isReadOnly(property))
    .map(([name]) => name);
  if (gone.length === 0) return schema;
  const properties = Object.entries(nodeAt(schema, "properties")).filter(([name]) => !gone.includes(name));
  const required = listAt(schema, "required").filter((name) => !gone.includes(String(name)));
  return {
    ...omit(schema, "required"),
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}
