import type { Schema } from "./document.js";

/** A schema with the parts of its `allOf` in itself. What two parts say of one property holds together. */
export function flatten(schema: Schema): Schema {
  const { allOf, ...own } = schema;
  return allOf ? [...allOf.map(flatten), own].reduce(both) : schema;
}

export function isReadOnly(schema: Schema): boolean {
  return flatten(schema).readOnly === true;
}

function both(first: Schema, second: Schema): Schema {
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  return {
    ...first,
    ...second,
    ...(required.length > 0 && { required }),
    ...((first.properties ?? second.properties) && { properties: bothProperties(first, second) }),
  };
}

function bothProperties(first: Schema, second: Schema): NonNullable<Schema["properties"]> {
  const properties = { ...first.properties };
  for (const [name, property] of Object.entries(second.properties ?? {})) {
    const other = properties[name];
    properties[name] = other ? { allOf: [other, property] } : property;
  }
  return properties;
}
