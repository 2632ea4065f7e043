import type { Schema } from "../document/schema.js";
import { isObject } from "./complete-value.js";
import { keyPathIn, valueAt } from "./keys.js";

/** Items of an array, each with its schema, and with what a request says of it. */
export interface Items {
  readonly values: readonly unknown[];
  readonly schemaOf: (index: number) => Schema;
  readonly said: readonly unknown[];
}

/**
 * For each item of a changed array, the one that it was: with the same `id` or `name`, else one that says the same, else the one
 * in its place. None for a new item.
 */
export function partnersOf(before: Items, after: Items): readonly unknown[] {
  const [own, others] = [keysOf(after), keysOf(before)];
  const free = new Set(before.values.keys());
  const found = new Map<number, number>();
  const isUnnamed = (index: number, other: number): boolean =>
    own[index] === undefined || others[other] === undefined;
  const pair = (
    texts: readonly (string | undefined)[],
    otherTexts: readonly (string | undefined)[],
    isPartner: (index: number, other: number) => boolean,
  ): void => {
    const places = placesOf(otherTexts);
    for (const [index, text] of texts.entries()) {
      if (found.has(index) || text === undefined) continue;
      const other = places.get(text)?.find((one) => free.has(one) && isPartner(index, one));
      if (other === undefined) continue;
      found.set(index, other);
      free.delete(other);
    }
  };
  pair(own, others, () => true);
  pair(after.said.map(textOf), before.said.map(textOf), isUnnamed);
  const place = (_: unknown, index: number): string => String(index);
  pair(after.values.map(place), before.values.map(place), isUnnamed);
  return after.values.map((_, index) => before.values[found.get(index) ?? -1]);
}

/** By text, so that an item is found at once in a long array. */
function placesOf(texts: readonly (string | undefined)[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    if (text === undefined) return;
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  });
  return places;
}

function keysOf({ values, schemaOf }: Items): readonly (string | undefined)[] {
  return values.map((value, index) => {
    const way = keyPathIn(schemaOf(index), "", "");
    const key = way.length === 0 ? undefined : valueAt(value, way);
    return key === undefined ? undefined : textOf(key);
  });
}

/** The same for values that are the same, whatever the order of their members. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
