import { flatten, typeOf } from "../document/flat-schema.js";
import { unknownMembers } from "../document/unknown-members.js";
import { violationsOf } from "../document/validator.js";
import type { Collection } from "./collections.js";
import { listShapeOf } from "./list-shape.js";
import { didYouMean } from "./check-request.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import { formatPointer, parsePointer } from "../document/json-pointer.js";
import { keyProblem, valueAt } from "./keys.js";

/**
 * What is wrong with a resource of a seed, a sentence each. Held against the document is what the fake makes of it: what is left
 * out, the fake fills in.
 */
export function seedProblems(given: unknown, inherited: Json, collection: Collection): readonly string[] {
  if (!isObject(given)) {
    const problem = keyProblem(given);
    if (problem !== undefined) return [`it ${problem}`];
    return isName(given, collection) ? [] : ["it must be an object"];
  }
  const { item: schema, document, keyPath } = collection;
  const problem = keyPath.length === 0 ? undefined : keyProblem(valueAt(given, keyPath));
  if (problem !== undefined) return [`\`${formatPointer(keyPath)}\` ${problem}`];
  const filledIn = laidOver(completeValue(schema, { ...inherited, ...given }, { add: "all" }), given);
  const check = { schema, document, direction: "response", place: "body" } as const;
  // The caller cannot help it when an example of the document does not fit.
  const known = violationsOf(completeValue(schema, inherited, { add: "all" }), check);
  const wrong = violationsOf(filledIn, check).filter(
    ({ pointer, keyword }) =>
      keyword !== "additionalProperties" &&
      isGiven(given, parsePointer(pointer) ?? []) &&
      !known.some((other) => other.pointer === pointer && other.keyword === keyword),
  );
  const unknown = unknownMembers(given, check).filter(({ why }) => why === "unknown");
  return [
    ...wrong.map(({ pointer, message }) => `${pointer === "" ? "it" : `\`${pointer}\``} ${message}`),
    ...unknown.map(
      ({ pointer, known: names }) => `\`${pointer}\` is not in the document${hint(pointer, names)}`,
    ),
  ];
}

/** Where a list is of names alone, or a resource does not say its key, a name makes a resource. */
function isName(given: unknown, { keyPath, operations }: Collection): boolean {
  const listed = operations.list && listShapeOf(operations.list)?.item;
  const type = listed && typeOf(flatten(listed));
  const isNamed =
    keyPath.length === 0 || (type !== undefined && ["string", "integer", "number"].includes(type));
  return isNamed && (typeof given === "string" || typeof given === "number");
}

/** What is given, with what is missing in it from what the fake fills in. */
function laidOver(filledIn: unknown, given: unknown): unknown {
  if (given === undefined) return filledIn;
  if (Array.isArray(given))
    return given.map((item, index) =>
      laidOver(Array.isArray(filledIn) ? (filledIn as readonly unknown[])[index] : undefined, item),
    );
  if (!isObject(given) || !isObject(filledIn)) return given;
  const members = new Map(Object.entries(filledIn));
  for (const [name, value] of Object.entries(given)) members.set(name, laidOver(members.get(name), value));
  return Object.fromEntries(members);
}

/** Whether a value has something at a place. */
function isGiven(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
  return isGiven((value as Json)[key], rest);
}

function hint(pointer: string, known: readonly string[]): string {
  const near = didYouMean(parsePointer(pointer)?.at(-1) ?? "", known);
  return near !== "" || known.length === 0 ? near : `, which has ${known.join(", ")}`;
}
