import { formatPointer } from "../../generator/document/pointer.js";
import type { Direction } from "../../generator/document/directions.js";
import type { Section } from "../api/recorder.js";
import type { Comparison, Finding } from "../finding.js";
import type { Reading } from "../read-document.js";
import { STEPS } from "../rules/rule.js";
import { RULES } from "../rules/rules.js";
import type { Change } from "./change.js";
import { locate } from "./locate.js";
import { messageOf } from "./message.js";

/** A finding, and where it was found. */
interface Occurrence {
  readonly finding: Finding;
  readonly direction: Direction;
  readonly place: string;
  readonly operation: string | undefined;
}

/** Makes changes of what was found: equal ones are one, with all the operations that they reach. */
export function collect(
  sections: readonly Section[],
  old: Reading,
  revised: Reading,
  document: string,
): readonly Change[] {
  const found = sections
    .flatMap(occurrencesIn)
    .map((occurrence) => toChange(occurrence, old, revised, document));
  const samePlace = merge(found, ({ pointer, pointsInto }) => [pointer, pointsInto]);
  return merge(samePlace, ({ place, kind }) => [kind === "type-renamed" ? "" : place]).sort(byImportance);
}

/** The differences of a section, those within schemas by the shortest path to them. */
function occurrencesIn({ operation, notes, roots }: Section): readonly Occurrence[] {
  const occurrences: Occurrence[] = notes.map((note) => ({ ...note, operation }));
  for (const { comparison, place, isTyped } of roots) {
    const paths = new Map<Comparison, string>([[comparison, ""]]);
    for (const [{ findings, direction, within }, path] of paths) {
      for (const finding of findings) {
        if (isTyped || finding.kind !== "type-renamed")
          occurrences.push({ finding, direction, place: joined(place, path), operation });
      }
      for (const { comparison: inner, segment } of within)
        if (!paths.has(inner)) paths.set(inner, path + segment);
    }
  }
  return occurrences;
}

/** `request body` and `.config.kind` are `request body > config.kind`. */
function joined(place: string, path: string): string {
  const inner = path.replace(/^[. ]/, "");
  return inner === "" ? place : `${place} > ${inner}`;
}

function toChange(
  { finding, direction, place, operation }: Occurrence,
  old: Reading,
  revised: Reading,
  document: string,
): Change {
  const { kind, before = null, after = null, oldPointer, newPointer } = finding;
  const rule = RULES[kind];
  const isGone = newPointer === undefined || (kind.endsWith("-removed") && oldPointer !== undefined);
  const [reading, pointer] = isGone ? [old, oldPointer] : [revised, newPointer];
  return {
    step: rule[direction],
    kind,
    document,
    operations: operation === undefined ? [] : [operation],
    place,
    message: messageOf(finding),
    before,
    after,
    pointer: pointer ? locate(reading.source.data, pointer) : formatPointer([]),
    pointsInto: isGone ? "old" : "new",
    advice: rule[direction] === "major" ? (rule.advice ?? null) : null,
  };
}

/** Joins changes that are equal by their kind, their values, and the given details. */
function merge(changes: readonly Change[], detailsOf: (change: Change) => readonly string[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const { step, kind, message, before, after } = change;
    const key = JSON.stringify([step, kind, message, before, after, ...detailsOf(change)]);
    const known = merged.get(key);
    const operations = [...new Set([...(known?.operations ?? []), ...change.operations])];
    merged.set(key, { ...(known ?? change), operations });
  }
  return [...merged.values()];
}

/** Major changes first; then those that reach most operations. */
function byImportance(one: Change, other: Change): number {
  const steps = STEPS.indexOf(other.step) - STEPS.indexOf(one.step);
  return (
    steps ||
    Number(one.kind === "reworded") - Number(other.kind === "reworded") ||
    other.operations.length - one.operations.length
  );
}
