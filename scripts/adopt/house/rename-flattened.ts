import { freeName, pascalCase } from "../../generator/document/names.js";
import { componentName, referencesIn } from "../../generator/document/references.js";
import { childrenAt, textAt } from "../node.js";
import { renameReferences, type Service } from "../published/services.js";
import { operationsOf } from "./operation-ids.js";

/**
 * A schema that a tool pulled out of its place and named for it is called as one that is named here: `ErrorSource` for
 * `Error_source`, `sql.v1.Column` for `sql_v1_Column`, and after its operation for `inline_response_200`.
 */
export function renameFlattened(service: Service): Service {
  const { schemas, paths } = service;
  const places = inlinePlaces(service);
  const names = new Map<string, string>();
  for (const name of Object.keys(schemas)) {
    const outer = [...places.keys()].findLast((place) => name.startsWith(`${place}_`)) ?? "";
    const wanted = places.get(name) ?? unflattened((places.get(outer) ?? outer) + name.slice(outer.length));
    if (wanted === name) continue;
    const isTaken = (candidate: string): boolean =>
      candidate in schemas || [...names.values()].includes(candidate);
    names.set(name, freeName([wanted], isTaken));
  }
  const rename = (name: string): string => names.get(name) ?? name;
  return {
    ...service,
    paths: renameReferences(paths, rename),
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [rename(name), renameReferences(schema, rename)]),
    ),
  };
}

function unflattened(name: string): string {
  return name
    .replace(/^([a-z][a-z0-9-]*)_(v\d+)_/, "$1.$2.")
    .replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Names for schemas that a tool could only number, by the first operation that uses them. */
function inlinePlaces({ paths }: Service): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const note = (part: unknown, name: string): void => {
    for (const reference of referencesIn(part)) {
      const schema = componentName(reference);
      if (/^inline_(object|response)/.test(schema) && !places.has(schema)) places.set(schema, name);
    }
  };
  for (const { operation } of operationsOf(paths)) {
    const id = pascalCase(textAt(operation, "operationId") ?? "");
    note(operation["requestBody"], `${id}Request`);
    for (const [status, response] of childrenAt(operation, "responses")) {
      note(response, status.startsWith("2") ? `${id}Response` : `${id}Error`);
    }
  }
  return places;
}
