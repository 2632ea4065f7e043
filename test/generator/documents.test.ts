import { readdir } from "node:fs/promises";
import { parse, stringify } from "yaml";
import { beforeAll, describe, expect, it } from "vitest";
import type { InputDocument } from "../../scripts/generator/read/input.js";
import { aggregateOf, operationsIn } from "./aggregate.js";
import { generateFrom, readFixture, type Generated } from "./fixtures.js";
import { createTypeChecker } from "./type-checker.js";

/** Documents in the styles of a dozen services, none of which was written for this generator. */
const NAMES = (await readdir(new URL("../fixtures/documents/", import.meta.url))).filter(
  (name) => name.endsWith(".yaml") && !name.includes("fragment"),
);
const DOCUMENTS = await Promise.all(NAMES.map(readFixture));

/** Properties that have no type in the documents either; the last two are required there, but described nowhere. */
const WITHOUT_TYPE = ["anything", "value", "data", "environment_id", "never_declared"];

function untyped({ files }: Generated): readonly string[] {
  const lines = [...files.values()].flatMap((text) => text.split("\n"));
  const unknowns = lines.flatMap((line) => /^\s*"?([\w.]+)"?\??: unknown;$/.exec(line)?.[1] ?? []);
  const nothings = lines.filter((line) => line.includes("Record<string, never>"));
  return [...unknowns.filter((name) => !WITHOUT_TYPE.includes(name)), ...nothings];
}

function errorsOf({ files }: Generated): readonly string[] {
  return createTypeChecker(files).errorsInFiles();
}

describe.each(DOCUMENTS)("$name", (document) => {
  it("gives types that compile, with a type for everything that has one in the document", async () => {
    const generated = await generateFrom(document);
    expect(errorsOf(generated)).toEqual([]);
    expect(untyped(generated)).toEqual([]);
  });

  it("gives the same methods as a fragment: its paths alone, with inline schemas", async () => {
    const generated = await generateFrom(fragmentOf(document));
    expect(errorsOf(generated)).toEqual([]);
    expect(untyped(generated)).toEqual([]);
    expect(methodsIn(generated)).toEqual(methodsIn(await generateFrom(document)));
  });
});

describe("All documents together", () => {
  it("give types that compile, whatever their order, and as many methods", async () => {
    const forwards = await generateFrom(...DOCUMENTS);
    const backwards = await generateFrom(...DOCUMENTS.toReversed());
    for (const generated of [forwards, backwards]) {
      expect(errorsOf(generated)).toEqual([]);
      expect(untyped(generated)).toEqual([]);
    }
    expect(methodsIn(backwards).toSorted()).toEqual(methodsIn(forwards).toSorted());
  });

  it("give the same bytes twice", async () => {
    expect(await generateFrom(...DOCUMENTS)).toEqual(await generateFrom(...DOCUMENTS));
  });
});

describe("A document of 500 operations and more", () => {
  const total = DOCUMENTS.reduce((count, { text }) => count + operationsIn(text), 0);
  const copies = Math.ceil(500 / total);
  let generated: Generated;

  beforeAll(async () => {
    generated = await generateFrom(aggregateOf(DOCUMENTS, copies));
  });

  it("gives types that compile, with a method for each operation", () => {
    expect(errorsOf(generated)).toEqual([]);
    expect(untyped(generated)).toEqual([]);
    expect(methodsIn(generated)).toHaveLength(total * copies);
  });

  it("is a table at run time: no more than some 200 bytes an operation", () => {
    const tables = [...generated.files.values()].flatMap(
      (text) => /: OperationTree = (\{[^]*?\n\};|.*;)\n/.exec(text)?.[1]?.replace(/\s+/g, " ") ?? [],
    );
    expect(tables.join("").length / (total * copies)).toBeLessThan(220);
  });
});

/** A document as documentation shows it: its paths, with all references resolved. */
function fragmentOf({ name, text }: InputDocument): InputDocument {
  const document = parse(text) as {
    paths: object;
    components?: Readonly<Record<string, Record<string, object>>>;
  };
  const inline = (node: unknown, trail: readonly string[]): unknown => {
    if (Array.isArray(node)) return node.map((item) => inline(item, trail));
    if (typeof node !== "object" || node === null) return node;
    const { $ref, ...beside } = node as { $ref?: unknown };
    if (typeof $ref !== "string") return mapped(node, trail);
    const [, , section = "", key = ""] = $ref.split("/");
    // Documentation shows only the name of a schema within itself.
    if (trail.includes($ref)) return { title: key, type: "object" };
    const target = inline(document.components?.[section]?.[key], [...trail, $ref]) as object;
    return { ...(section === "schemas" && { title: key }), ...target, ...mapped(beside, trail) };
  };
  const mapped = (node: object, trail: readonly string[]): object =>
    Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== "mapping")
        .map(([key, value]) => [key, inline(value, trail)]),
    );
  return { name, text: stringify({ paths: inline(document.paths, []) }, { aliasDuplicateObjects: false }) };
}

/** `GET /path` for each method. */
function methodsIn({ files }: Generated): readonly string[] {
  return [...files.values()].flatMap((text) => text.match(/(?<=^ +\* @see )\w+ .*$/gm) ?? []);
}
