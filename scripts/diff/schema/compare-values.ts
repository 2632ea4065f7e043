import { covers, type ValueList } from "./domain.js";
import { isTighter, limitedType, LIMIT_NAMES, type Limit } from "./limits.js";
import type { Pair } from "./pair.js";
import type { Shape } from "./shape.js";

/** Compares types. Where they have nothing in common, there is nothing else to compare: then it is false. */
export function compareTypes({ old, revised, found }: Pair): boolean {
  const [before, after] = [typesIn(old), typesIn(revised)];
  if (isAnything(old) || isAnything(revised)) {
    if (isAnything(old) === isAnything(revised)) return true;
    found({ kind: isAnything(old) ? "type-narrowed" : "type-widened", before, after }, "type");
    return false;
  }
  const isNarrower = !fits(old, revised);
  const isWider = !fits(revised, old);
  if (isNarrower && isWider) {
    found({ kind: "type-changed", before, after }, "type");
    const common = [...(old.types ?? [])].some((type) => revised.types && covers(revised.types, type));
    if (!common) return false;
  } else if (isNarrower || isWider) {
    // Values that are listed say their types as well.
    const isListed = !old.types || !revised.types ? (old.list ?? revised.list) !== undefined : false;
    if (!isListed) found({ kind: isNarrower ? "type-narrowed" : "type-widened", before, after }, "type");
  }
  if (saysTypes(old) && saysTypes(revised) && old.isNullable !== revised.isNullable)
    found({ kind: revised.isNullable ? "null-added" : "null-removed" }, "type");
  return true;
}

function saysTypes({ types, unions }: Shape): boolean {
  return types !== undefined || unions.length > 0;
}

/** Whether the types of one schema are possible by another. */
function fits({ types }: Shape, { types: others }: Shape): boolean {
  if (!others) return true;
  return types !== undefined && [...types].every((type) => covers(others, type));
}

/** Whether a schema says nothing of what a value must be. */
export function isAnything(shape: Shape): boolean {
  return shape.types === undefined && shape.list === undefined && isHollow(shape);
}

/** Whether a schema says no more than types. */
export function isHollow({
  list,
  properties,
  slots,
  unions,
  nots,
  patterns,
  formats,
  limits,
}: Shape): boolean {
  const sizes = [
    properties.size,
    slots.size,
    unions.length,
    nots.length,
    patterns.size,
    formats.size,
    limits.size,
  ];
  return list === undefined && sizes.every((size) => size === 0);
}

function typesIn({ types, isNullable, unions }: Shape): string {
  if (!types) return unions.length > 0 ? "one of several variants" : "anything";
  const names = [...types].sort();
  if (isNullable) names.push("null");
  return names.length === 0 ? "nothing" : names.join(" or ");
}

export function compareValues(pair: Pair): void {
  const { old, revised, found, bothAllow } = pair;
  compareLists(pair);
  compareFormats(pair);
  if (bothAllow("string")) comparePatterns(pair);
  for (const name of LIMIT_NAMES) {
    const [before, after] = [old.limits.get(name), revised.limits.get(name)];
    if (!before && !after) continue;
    const values = { subject: name, before: limitText(before), after: limitText(after) };
    if (before && after) {
      if (isTighter(name, after, before)) found({ kind: "limit-narrowed", ...values }, name);
      else if (isTighter(name, before, after)) found({ kind: "limit-widened", ...values }, name);
    } else if (bothAllow(limitedType(name))) {
      found({ kind: after ? "limit-narrowed" : "limit-widened", ...values }, name);
    }
  }
  compareMultiples(pair);
}

function limitText(limit: Limit | undefined): unknown {
  if (!limit) return undefined;
  return limit.isExclusive ? `${limit.value} (exclusive)` : limit.value;
}

function compareLists({ old, revised, found }: Pair): void {
  const [before, after] = [old.list, revised.list];
  const key = after?.isOpen === true ? "x-extensible-enum" : "enum";
  if (!before || !after) {
    const list = before ?? after;
    if (!list) return;
    const values = [...list.values.values()];
    const shown = before ? { before: values } : { after: values };
    const kind = before ? "removed" : "added";
    found({ kind: list.isOpen ? `open-enum-${kind}` : `enum-${kind}`, ...shown }, key);
    return;
  }
  if (before.isOpen !== after.isOpen) found({ kind: after.isOpen ? "enum-opened" : "enum-closed" }, key);
  const isOpen = before.isOpen || after.isOpen;
  for (const value of valuesBeyond(before, after))
    found({ kind: isOpen ? "open-value-removed" : "enum-value-removed", subject: value }, key);
  for (const value of valuesBeyond(after, before))
    found({ kind: isOpen ? "open-value-added" : "enum-value-added", subject: value }, key);
}

function valuesBeyond({ values }: ValueList, { values: others }: ValueList): readonly string[] {
  const beyond = [...values].filter(([key]) => !others.has(key));
  return beyond.map(([key, value]) => (typeof value === "string" ? value : key));
}

/** Formats whose values all have another format, too. */
const WITHIN: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

function compareFormats({ old, revised, found }: Pair): void {
  const [before, after] = [formatOf(old), formatOf(revised)];
  if (before === after) return;
  const isNarrower = before === undefined || (after !== undefined && WITHIN[after] === before);
  const isWider = after === undefined || (before !== undefined && WITHIN[before] === after);
  const kind = isNarrower ? "format-narrowed" : isWider ? "format-widened" : "format-changed";
  found({ kind, before, after }, "format");
}

function formatOf({ formats }: Shape): string | undefined {
  return formats.size === 0 ? undefined : [...formats].sort().join(" and ");
}

function comparePatterns({ old, revised, found }: Pair): void {
  const gone = [...old.patterns].filter((pattern) => !revised.patterns.has(pattern)).join(" and ");
  const come = [...revised.patterns].filter((pattern) => !old.patterns.has(pattern)).join(" and ");
  if (gone === "" && come === "") return;
  const kind = gone === "" ? "pattern-narrowed" : come === "" ? "pattern-widened" : "pattern-changed";
  found({ kind, ...(gone && { before: gone }), ...(come && { after: come }) }, "pattern");
}

function compareMultiples({ old, revised, found }: Pair): void {
  const values = {
    subject: "multipleOf",
    before: old.multiples.join(" and ") || undefined,
    after: revised.multiples.join(" and ") || undefined,
  };
  const isNarrower = !revised.multiples.every((multiple) =>
    old.multiples.some((other) => divides(multiple, other)),
  );
  const isWider = !old.multiples.every((multiple) =>
    revised.multiples.some((other) => divides(multiple, other)),
  );
  if (isNarrower && isWider) found({ kind: "multiple-changed", ...values }, "multipleOf");
  else if (isNarrower || isWider)
    found({ kind: isNarrower ? "limit-narrowed" : "limit-widened", ...values }, "multipleOf");
}

function divides(one: number, other: number): boolean {
  const quotient = other / one;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
