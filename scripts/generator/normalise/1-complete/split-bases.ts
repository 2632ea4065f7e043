import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName, schemaReference } from "../../document/references.js";
import type { DocumentStage } from "../stage.js";
import { composedOf } from "./check-circles.js";

/**
 * Splits a union whose variants inherit from it: `Pet` is one of `Cat` and `Dog`, and each of these is all of `Pet` and
 * more, which makes the union a part of itself. What the variants mean to inherit is all that `Pet` says beside its
 * variants: that becomes a schema of its own, `PetBase`.
 */
export const splitBases: DocumentStage = (document, { report }) =>
  Object.entries(document.components.schemas).reduce((fixed, [name, { oneOf = [], anyOf = [] }]) => {
    const { schemas } = fixed.components;
    const heirs = componentsIn([...oneOf, ...anyOf].flatMap(composedOf), schemas);
    const union = schemas[name];
    if (!union || !heirs.has(name)) return fixed;
    const base = unusedName(`${name}Base`, schemas);
    const inherit = (member: Schema): Schema =>
      member.$ref !== undefined && componentName(member.$ref) === name
        ? { ...member, $ref: schemaReference(base) }
        : member;
    report(
      ["components", "schemas", name],
      `its variants inherit from it: its own properties are now in \`${base}\``,
    );

    const split = Object.entries(schemas).map(([key, schema]) => {
      const { allOf } = schema;
      return [
        key,
        allOf && key !== name && heirs.has(key) ? { ...schema, allOf: allOf.map(inherit) } : schema,
      ];
    });
    return {
      ...fixed,
      components: {
        ...fixed.components,
        schemas: {
          ...(Object.fromEntries(split) as typeof schemas),
          // What the base says comes to the union through its variants.
          [name]: omit(union, "type", "properties", "required", "allOf", "additionalProperties"),
          [base]: omit(union, "oneOf", "anyOf", "discriminator", "title"),
        },
      },
    };
  }, document);

/** The components that schemas are composed of, directly or through others. */
function componentsIn(
  names: readonly string[],
  schemas: Readonly<Record<string, Schema>>,
): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) for (const component of composedOf(schemas[name] ?? {})) found.add(component);
  return found;
}

function unusedName(name: string, schemas: Readonly<Record<string, Schema>>): string {
  return name in schemas ? unusedName(`${name}Base`, schemas) : name;
}
