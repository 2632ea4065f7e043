import { requiring } from "../../document/directions.js";
import { propertyOf } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { mapValues, omit } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { childrenOf, mapRootSchemas, mapSchemas } from "../../document/schemas.js";

/**
 * Makes a schema itself require what is required wherever it is used: documents declare all properties of a resource
 * optional, and then list in each response which of them it always has.
 */
export function hoistRequired(document: OpenApiDocument): OpenApiDocument {
  const hoisted = requiredEverywhere(document);
  const { schemas } = document.components;
  const own = mapValues(schemas, (schema, name) => {
    const names = [...(hoisted.get(name) ?? [])].filter((property) => propertyOf(schema, property, document));
    hoisted.set(name, names);
    return requiring(schema, [...new Set([...(schema.required ?? []), ...names])]);
  });
  const completed = { ...document, components: { ...document.components, schemas: own } };

  return mapSchemas(completed, (schema) => {
    const { allOf = [], required } = schema;
    if (!required) return schema;
    const known = new Set(allOf.flatMap(({ $ref = "" }) => hoisted.get(componentName($ref)) ?? []));
    // What two members describe, one of them may describe as optional: then the schema itself has to require it.
    const isShared = (name: string): boolean =>
      [omit(schema, "allOf"), ...allOf].filter((member) => propertyOf(member, name, document)).length > 1;
    const rest = required.filter((name) => !known.has(name) || isShared(name));
    if (rest.length === required.length) return schema;
    const [reference, ...others] = allOf;
    const isPlain =
      others.length === 0 && rest.length === 0 && Object.keys(omit(schema, "required")).length === 1;
    return isPlain && reference ? reference : requiring(schema, rest);
  });
}

/** The properties that every use of a component schema requires: none if one use is a plain reference. */
function requiredEverywhere(document: OpenApiDocument): Map<string, readonly string[]> {
  const required = new Map<string, readonly string[]>();
  const note = ({ $ref }: Schema, names: readonly string[]): void => {
    if ($ref === undefined) return;
    const name = componentName($ref);
    required.set(name, required.get(name)?.filter((other) => names.includes(other)) ?? names);
  };
  const visit = (schema: Schema): void => {
    const members = new Set(schema.allOf);
    for (const child of childrenOf(schema)) {
      note(child, members.has(child) ? (schema.required ?? []) : []);
      visit(child);
    }
  };
  mapRootSchemas(document, (schema) => {
    note(schema, []);
    visit(schema);
    return schema;
  });
  return required;
}
