import { flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { isObject } from "./complete-value.js";

/**
 * A value of one schema in the words of another schema of the same thing. Some services call a member otherwise where it is
 * written than where it is read: when each schema has one member that the other one lacks, and both have the same values, it is
 * one member with two names.
 */
export function inWordsOf(value: unknown, from: Schema, to: Schema): unknown {
  const [name = "", other = ""] = sameMember(from, to) ?? [];
  if (!isObject(value) || !(name in value) || other in value) return value;
  return renamed(value, name, other);
}

/** The members that a schema has, in the words of another schema of the same thing. */
export function propertiesInWordsOf(from: Schema, to: Schema): NonNullable<Schema["properties"]> {
  const { properties = {} } = flatten(from);
  const [name, other] = sameMember(from, to) ?? [];
  return name === undefined || other === undefined ? properties : renamed(properties, name, other);
}

function renamed<T>(members: Readonly<Record<string, T>>, name: string, other: string): Record<string, T> {
  return Object.fromEntries(
    Object.entries(members).map(([key, member]) => [key === name ? other : key, member]),
  );
}

/** The two names of one member. */
function sameMember(from: Schema, to: Schema): readonly [string, string] | undefined {
  const name = onlyMember(from, to);
  const other = onlyMember(to, from);
  if (name === undefined || other === undefined) return undefined;
  return haveSameValues(memberOf(from, name), memberOf(to, other)) ? [name, other] : undefined;
}

/** The one member that a schema has beside those of another. */
function onlyMember(schema: Schema, other: Schema): string | undefined {
  const { properties = {} } = flatten(schema);
  const { properties: known = {} } = flatten(other);
  const [name, ...more] = Object.keys(properties).filter((one) => !(one in known));
  return more.length === 0 ? name : undefined;
}

function memberOf(schema: Schema, name: string): Schema {
  return flatten(flatten(schema).properties?.[name] ?? {});
}

function haveSameValues(one: Schema, other: Schema): boolean {
  const valuesOf = (schema: Schema): unknown => [
    typeOf(schema),
    schema.enum,
    schema["x-extensible-enum"],
    schema.format,
    schema.readOnly,
    Object.keys(schema.properties ?? {}),
  ];
  return JSON.stringify(valuesOf(one)) === JSON.stringify(valuesOf(other));
}
