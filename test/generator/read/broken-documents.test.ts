import { readdir, readFile } from "node:fs/promises";
import { dump, load } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import type { InputDocument } from "../../../scripts/generator/read/input.js";
import { DocumentError } from "../../../scripts/generator/read/source.js";
import { seeded } from "../../diff/random.js";
import { generateFrom } from "../fixtures.js";

/** How many broken versions of each document are tried. */
const ROUNDS = 15;
const FOLDERS = ["openapi/", "test/fixtures/documents/"];
/** What a value is replaced by: each kind of value, and what misleads. */
const OTHERS: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  "",
  "text",
  "constructor",
  [],
  {},
  [null],
  [[]],
  { "": null },
  { $ref: "#/components/schemas/Nothing" },
  { $ref: 1 },
  { type: ["string", 5] },
  { allOf: {} },
  { allOf: [null] },
  { enum: null },
  { required: [1] },
];
const KEYS = ["", "constructor", "__proto__", "$ref", "allOf", "type", "a/b~c", "x-a", "200", "\u202e"];

let documents: readonly InputDocument[];
beforeAll(async () => {
  const read = FOLDERS.map(async (folder) => {
    const names = (await readdir(folder)).filter(
      (name) => name.endsWith(".yaml") && !name.includes(".overlay."),
    );
    return Promise.all(names.map(async (name) => ({ name, text: await readFile(folder + name, "utf8") })));
  });
  documents = (await Promise.all(read)).flat();
});

type Container = Record<string, unknown> | unknown[];

/** The mappings and lists of a document; it may contain itself once it is broken. */
function containersIn(root: unknown, found = new Set<Container>()): ReadonlySet<Container> {
  if (typeof root !== "object" || root === null || found.has(root as Container)) return found;
  found.add(root as Container);
  for (const child of Object.values(root)) containersIn(child, found);
  return found;
}

/** Breaks a document in a few places: removes, replaces, swaps, renames or repeats a value. */
function breakSomewhere(text: string, seed: number): string {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[random.below(values.length)] as T;
  const data = load(text);
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    const containers = [...containersIn(data)].filter((one) => Object.keys(one).length > 0);
    if (containers.length === 0) break;
    const parent = pick(containers) as Record<string, unknown>;
    const key = pick(Object.keys(parent));
    const other = pick(containers) as Record<string, unknown>;
    const set = (name: string, value: unknown): unknown =>
      Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
    const value = parent[key];
    switch (random.below(6)) {
      case 0:
        Reflect.deleteProperty(parent, key);
        break;
      case 1:
        set(key, pick(OTHERS));
        break;
      case 2:
        // The same value in two places: `dump` writes an alias, to itself where it is within itself.
        set(key, other);
        break;
      case 3:
        if (!Array.isArray(parent)) set(pick(KEYS), value);
        break;
      case 4:
        set(key, [value]);
        break;
      default:
        set(key, { [pick(KEYS)]: value });
    }
  }
  return dump(data);
}

describe("A broken document", () => {
  it("gives a result or an error with a place, never another error", { timeout: 120_000 }, async () => {
    const counts = { read: 0, refused: 0 };
    for (const [index, { name, text }] of documents.entries()) {
      for (let round = 0; round < ROUNDS; round++) {
        const seed = index * ROUNDS + round;
        const broken = breakSomewhere(text, seed);
        try {
          await generateFrom({ name, text: broken });
          counts.read++;
        } catch (error) {
          if (!(error instanceof DocumentError)) {
            throw new Error(`${name}, seed ${seed}: ${String(error)}`, { cause: error });
          }
          expect(error.message).toMatch(/^[\w.-]+:\d+:\d+: .+$/);
          counts.refused++;
        }
      }
    }
    // It breaks documents indeed, and not all of them beyond reading.
    expect(counts.read).toBeGreaterThan(ROUNDS);
    expect(counts.refused).toBeGreaterThan(ROUNDS);
  });
});
