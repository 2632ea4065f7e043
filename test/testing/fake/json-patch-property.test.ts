import fc from "fast-check";
import { applyPatch, Pointer, type Operation } from "rfc6902";
import { expect, test } from "vitest";
import { applyJsonPatch, JsonPatchError, readJsonPatch } from "../../../src/testing/fake/json-patch.js";

/** A document as a patch leaves it; undefined when it cannot be applied. */
type Result = { readonly document: unknown } | undefined;

function ours(document: unknown, patch: readonly Operation[]): Result {
  try {
    return { document: applyJsonPatch(document, readJsonPatch(patch)) };
  } catch (error) {
    if (error instanceof JsonPatchError) return undefined;
    throw error;
  }
}

/**
 * What the library makes of a patch. Where it is lenient, with what leads nowhere in an array or a text, it is asked nothing. To
 * move is to remove and to add, as the RFC has it: the library looks for the target before it removes.
 */
function theirs(document: unknown, patch: readonly Operation[]): Result {
  // A member of a holder, as the library cannot replace the whole document.
  const holder = { document: structuredClone(document) };
  const at = (pointer: string): string => `/document${pointer}`;
  for (const operation of patch) {
    const path = at(operation.path);
    const from = "from" in operation ? at(operation.from) : undefined;
    if (from !== undefined && !leads(holder, from)) return undefined;
    if (operation.op === "move" && path.startsWith(`${from}/`)) return undefined;
    const steps = stepsOf({ ...operation, path, ...(from !== undefined && { from }) }, holder);
    for (const step of steps) {
      const isInserted = step.op === "add" || step.op === "copy";
      if (!leads(holder, step.path, isInserted)) return undefined;
      if (applyPatch(holder, [structuredClone(step)])[0] !== null) return undefined;
    }
  }
  return holder;
}

function stepsOf(operation: Operation, holder: object): readonly Operation[] {
  if (operation.op !== "move") return [operation];
  const value = Pointer.fromJSON(operation.from).get(holder) as object;
  return [
    { op: "remove", path: operation.from },
    { op: "add", path: operation.path, value },
  ];
}

/** Whether a pointer is for a member of an object or an item of an array. */
function leads(holder: object, pointer: string, isInserted = false): boolean {
  const end = Pointer.fromJSON(pointer).evaluate(holder);
  const parent: unknown = end.parent;
  if (!Array.isArray(parent)) return typeof parent === "object" && parent !== null;
  if (end.key === "-") return isInserted;
  return /^(?:0|[1-9]\d*)$/.test(end.key) && Number(end.key) < parent.length + (isInserted ? 1 : 0);
}

/* Few names and short arrays, so that pointers often lead to something. */
const name = fc.constantFrom("a", "b", "", "/", "~1", "0", "-");
const value: fc.Arbitrary<unknown> = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(null, true, 0, "x"),
    { weight: 2, arbitrary: fc.dictionary(name, tie("any"), { maxKeys: 5 }) },
    { weight: 2, arbitrary: fc.array(tie("any"), { maxLength: 3 }) },
  ),
})).any;
const holder = fc.oneof(
  fc.dictionary(name, value, { minKeys: 4 }),
  fc.array(value, { minLength: 2, maxLength: 3 }),
  value,
);
const key = fc.constantFrom("a", "b", "", "~1", "~01", "0", "1", "2", "-", "01");
const pointer = fc
  .oneof({ weight: 2, arbitrary: fc.tuple(key) }, fc.tuple(key, key), fc.tuple(key, key, key))
  .map((keys) => `/${keys.join("/")}`);
const anywhere = fc.oneof({ weight: 5, arbitrary: pointer }, fc.constant(""));
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ op: fc.constant("add" as const), path: anywhere, value }),
  fc.record({ op: fc.constant("replace" as const), path: anywhere, value }),
  fc.record({ op: fc.constant("test" as const), path: anywhere, value }),
  fc.record({ op: fc.constant("remove" as const), path: pointer }),
  fc.record({ op: fc.constant("move" as const), from: pointer, path: anywhere }),
  fc.record({ op: fc.constant("copy" as const), from: anywhere, path: anywhere }),
);

test("a patch does what a well-kept library makes of it, or nothing", () => {
  const counts = { applied: 0, refused: 0 };
  const property = fc.property(
    holder,
    fc.array(operation, { minLength: 1, maxLength: 3 }),
    (document, patch) => {
      const before = structuredClone(document);
      const expected = theirs(document, patch);
      expect(ours(document, patch)).toEqual(expected);
      expect(document).toEqual(before);
      counts[expected ? "applied" : "refused"]++;
    },
  );
  fc.assert(property, { seed: 6902, numRuns: 10_000 });
  expect(Math.min(counts.applied, counts.refused)).toBeGreaterThan(800);
});
