import { suggest } from "../../../util/suggest.js";
import { isReference, keysOf, resolveReference } from "../references.js";
import type { Mistake, Place } from "./mistakes.js";

/** A look at a whole document. */
export interface Look {
  /** The document, with its references in it. */
  readonly content: unknown;
  readonly mistakes: Mistake[];
  /** What was held against each shape: several references may lead to one part, and a part to itself. */
  readonly seen: Map<Shape, Set<object>>;
}

/** Holds a value against what OpenAPI says of its place, and notes what is wrong. */
export type Shape = (value: unknown, place: Place, look: Look) => void;

/** A value that fits a condition. */
export function that(isRight: (value: unknown) => boolean, what: string): Shape {
  return (value, place, look) => {
    if (!isRight(value)) note(look, place, `must be ${what}${butIs(value)}`);
  };
}

export const anything: Shape = () => undefined;
export const text: Shape = that((value) => typeof value === "string", "a string");
export const flag: Shape = that((value) => typeof value === "boolean", "true or false");
export const number: Shape = that((value) => Number.isFinite(value), "a number");
export const size: Shape = that(
  (value) => Number.isInteger(value) && Number(value) >= 0,
  "a whole number from 0",
);

/** One of some words. */
export function word(words: readonly string[]): Shape {
  const listed = `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
  return (value, place, look) => {
    if (typeof value === "string" && words.includes(value)) return;
    const near = typeof value === "string" ? suggest(value, words) : undefined;
    const advice = near === undefined ? "" : `: did you mean ${near}?`;
    note(look, place, `must be ${listed}${butIs(value)}${advice}`);
  };
}

export function list(
  item: Shape,
  { what = "a list", least = 0 }: { readonly what?: string; readonly least?: number } = {},
): Shape {
  return (value, place, look) => {
    if (!Array.isArray(value)) return note(look, place, `must be ${what}${butIs(value)}`);
    if (value.length < least) note(look, place, "is an empty list: it must have an item");
    for (const [index, one] of value.entries()) item(one, [...place, String(index)], look);
  };
}

/** Names that the author of the document has chosen, and something of one shape for each. */
export function map(item: Shape, key: Shape = anything): Shape {
  return (value, place, look) => {
    const members = record(value, place, look);
    for (const [name, one] of Object.entries(members ?? {})) {
      key(name, [...place, name], look);
      if (!name.startsWith("x-")) item(one, [...place, name], look);
    }
  };
}

/**
 * Keywords, each with its shape; what stands in the place may be a reference.
 *
 * @param shapes called when the shape is used, as shapes may refer to each other
 * @param what what messages call a value of the shape
 * @param together what holds for several keywords together
 */
export function keywords(
  shapes: () => Readonly<Record<string, Shape>>,
  {
    required = [],
    what = "a mapping",
    together = anything,
  }: { readonly required?: readonly string[]; readonly what?: string; readonly together?: Shape } = {},
): Shape {
  const own: Shape = (value, place, look) => {
    const members = record(value, place, look, what);
    if (!members || !isNew(own, members, look)) return;
    for (const name of required) if (members[name] === undefined) note(look, place, `has no \`${name}\``);
    for (const [name, shape] of Object.entries(shapes()))
      if (Object.hasOwn(members, name)) shape(members[name], [...place, name], look);
    together(members, place, look);
  };
  return (value, place, look) =>
    isReference(value) ? follow(value.$ref, own, look) : own(value, place, look);
}

/** Looks at what a reference points at, where it stands. A reference that leads nowhere is reported by itself. */
export function follow(reference: string, shape: Shape, look: Look): void {
  try {
    const target = resolveReference(look.content, reference);
    shape(target.value, keysOf(target.reference), look);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

export function note({ mistakes }: Look, pointer: Place, message: string): void {
  mistakes.push({ pointer, message });
}

function record(
  value: unknown,
  place: Place,
  look: Look,
  what = "a mapping",
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  note(look, place, `must be ${what}${butIs(value)}`);
  return undefined;
}

function isNew(shape: Shape, value: object, { seen }: Look): boolean {
  const values = seen.get(shape) ?? new Set();
  seen.set(shape, values);
  return !values.has(value) && values.add(value).has(value);
}

/** What stands there instead, if it is short. */
function butIs(value: unknown): string {
  if (value === null) return ", and is empty";
  if (Array.isArray(value)) return ", not a list";
  if (typeof value === "object") return ", not a mapping";
  // YAML has numbers that JSON does not.
  const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
  return `, not ${shown.length > 60 ? "a long string" : shown}`;
}
