import { variantsFor } from "../document/discriminators.js";
import { allOfBoth, flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { subtypesFor } from "../document/subtypes.js";

/**
 * The schema that a value has: of a union, the variant of its tag, and of a parent with a discriminator, the subtype. Where its tag
 * does not tell, the one that knows most of its members.
 *
 * @param schema a flattened one
 */
export function variantFor(schema: Schema, given: unknown): Schema {
  if (schema.oneOf ?? schema.anyOf) {
    const best = bestOf(variantsFor(schema, given), given);
    return best ? variantFor(flatten(best), given) : schema;
  }
  if (!schema.discriminator || typeof given !== "object" || given === null) return schema;
  const subtypes = subtypesFor(schema, given, [schema]).map((subtype) =>
    flatten(allOfBoth(schema, subtype.schema)),
  );
  return bestOf(subtypes.length === 1 ? subtypes : [schema, ...subtypes], given) ?? schema;
}

function bestOf(schemas: readonly Schema[], given: unknown): Schema | undefined {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const names = isObject ? Object.keys(given) : [];
  const scores = schemas.map((schema) => {
    const { properties = {} } = schema;
    const isKind = isObject === (typeOf(schema) === "object");
    return (isKind ? 1_000 : 0) + names.filter((name) => Object.hasOwn(properties, name)).length;
  });
  return schemas[scores.indexOf(Math.max(...scores))];
}
