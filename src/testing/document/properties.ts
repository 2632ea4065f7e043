import { flatten, unionVariants } from "./flat-schema.js";
import type { Schema } from "./schema.js";

type Properties = NonNullable<Schema["properties"]>;

const known = new WeakMap<Schema, Properties>();

/** The properties that a value of a schema can have: its own, and of a union those of each variant. */
export function propertiesOf(raw: Schema): Properties {
  const schema = flatten(raw);
  const { properties = {}, oneOf, anyOf } = schema;
  if (!oneOf && !anyOf) return properties;
  let all = known.get(schema);
  if (!all) {
    // A variant that leads back to the union has nothing more.
    known.set(schema, properties);
    all = unionVariants(schema).reduceRight<Properties>(
      (others, variant) => ({ ...others, ...propertiesOf(variant) }),
      properties,
    );
    known.set(schema, all);
  }
  return all;
}
