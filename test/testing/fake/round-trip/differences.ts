import { escapeKey } from "../../../../src/testing/document/json-pointer.js";
import { flatten, typeOf } from "../../../../src/testing/document/flat-schema.js";
import type { Schema } from "../../../../src/testing/document/schema.js";
import { isObject } from "../../../../src/testing/fake/complete-value.js";
import { variantFor } from "../../../../src/testing/fake/variant-for.js";

/** A value, and the schema that it has. */
export interface Described {
  readonly value: unknown;
  readonly schema: Schema;
}

/** Where what is read differs from what was written, of the members that both schemas have: as JSON Pointers. */
export function differences(written: Described, read: Described, pointer = ""): readonly string[] {
  const own = variantFor(flatten(written.schema), written.value);
  const other = variantFor(flatten(read.schema), read.value);
  // A link to what was sent has its name, as the configs of a topic have.
  if (typeOf(own) !== typeOf(other)) return [];
  if (isObject(written.value) && isObject(read.value)) {
    const { value } = read;
    return Object.entries(written.value).flatMap(([name, member]) => {
      const sent = own.properties?.[name] ?? additional(own);
      const shown = other.properties?.[name] ?? additional(other);
      if (!sent || !shown || isHidden(sent, shown)) return [];
      const place = `${pointer}/${escapeKey(name)}`;
      return differences({ value: member, schema: sent }, { value: value[name], schema: shown }, place);
    });
  }
  if (Array.isArray(written.value) && Array.isArray(read.value)) {
    const items = read.value as readonly unknown[];
    if (items.length !== written.value.length) return [`${pointer} has ${items.length} items`];
    return written.value.flatMap((item: unknown, index) =>
      differences(
        { value: item, schema: own.items ?? {} },
        { value: items[index], schema: other.items ?? {} },
        `${pointer}/${index}`,
      ),
    );
  }
  if (JSON.stringify(written.value) === JSON.stringify(read.value)) return [];
  return [`${pointer} is ${JSON.stringify(read.value)}, not ${JSON.stringify(written.value)}`];
}

/** The schema of the members that an object has beside its properties; undefined when it has none of them. */
function additional({ properties, additionalProperties }: Schema): Schema | undefined {
  if (typeof additionalProperties === "object") return additionalProperties;
  return additionalProperties === true || (!properties && additionalProperties === undefined)
    ? {}
    : undefined;
}

/** Whether the service alone writes a member, or does not show it. */
function isHidden(sent: Schema, shown: Schema): boolean {
  return (
    flatten(sent).readOnly === true || flatten(shown).readOnly === true || flatten(shown).writeOnly === true
  );
}
