import { madeOf } from "./check-circles.js";
import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName, schemaReference } from "../../document/references.js";
import type { FixDocument } from "../../document/fix.js";

/**
 * Takes apart a union whose arms inherit it: `Pet` is one of `Cat` and `Dog`, and each of these is all of `Pet` and more. As
 * it stands the union is made of itself; what the arms mean to inherit is what `Pet` says beside naming them, a schema of
 * its own from here on.
 */
export const splitBases: FixDocument = (document, report) =>
  Object.entries(document.components.schemas).reduce((fixed, [name, { oneOf = [], anyOf = [] }]) => {
    const { schemas } = fixed.components;
    const heirs = partsOf([...oneOf, ...anyOf].flatMap(madeOf), schemas);
    const union = schemas[name];
    if (!union || !heirs.has(name)) return fixed;
    const base = unusedName(`${name}Base`, schemas);
    const inherit = (part: Schema): Schema =>
      part.$ref !== undefined && componentName(part.$ref) === name
        ? { ...part, $ref: schemaReference(base) }
        : part;
    report(["components", "schemas", name], `its arms inherit it: what it says beside them is \`${base}\``);

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
          // The union is its arms, which have all of the base.
          [name]: omit(union, "type", "properties", "required", "allOf", "additionalProperties"),
          [base]: omit(union, "oneOf", "anyOf", "discriminator", "title"),
        },
      },
    };
  }, document);

/** The components that schemas are made of, be it through others. */
function partsOf(names: readonly string[], schemas: Readonly<Record<string, Schema>>): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) for (const part of madeOf(schemas[name] ?? {})) found.add(part);
  return found;
}

function unusedName(name: string, schemas: Readonly<Record<string, Schema>>): string {
  return name in schemas ? unusedName(`${name}Base`, schemas) : name;
}
