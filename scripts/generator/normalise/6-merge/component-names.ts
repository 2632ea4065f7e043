import { freeName, pascalCase, splitKey, typeName } from "../../document/names.js";
import type { OpenApiDocument } from "../../document/openapi.js";
import { parsePath } from "../../document/resource-path.js";
import { groupEqual, type Component } from "./components.js";
import { unreservedName } from "../../document/reserved-names.js";

/**
 * Names the components of a service by their keys: `pim.v1.Integration` is `Integration`. Equal components of several
 * documents share a name; of different ones, the first keeps it and the others say their key's prefix, as
 * `PimV1Integration` does.
 */
export function nameComponents(
  components: readonly Component[],
  documents: readonly OpenApiDocument[],
): ReadonlyMap<Component, string> {
  const groups = groupEqual(components);
  const nameOfGroup = new Map<number | undefined, string>();
  const taken = new Set<string>();
  const names = new Map<Component, string>();
  for (const component of components) {
    const group = groups.get(component);
    const isTaken = (name: string): boolean => taken.has(`${component.section} ${name}`);
    const name = nameOfGroup.get(group) ?? freeName(namesFor(component, documents[component.part]), isTaken);
    nameOfGroup.set(group, name);
    taken.add(`${component.section} ${name}`);
    names.set(component, name);
  }
  return names;
}

function namesFor({ section, key }: Component, document: OpenApiDocument | undefined): readonly string[] {
  const name = typeName(key);
  // Schemas become types that are imported by their names; responses stay where they are.
  const short = section === "schemas" ? unreservedName(name) : name;
  return [short, pascalCase(splitKey(key).service || serviceOf(document)) + name];
}

/** The service that a document describes, by the first of its paths. */
function serviceOf(document: OpenApiDocument | undefined): string {
  const [path = ""] = Object.keys(document?.paths ?? {});
  return parsePath(path).service.join(".");
}
