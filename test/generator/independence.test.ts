import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { InputDocument } from "../../scripts/generator/read/input.js";
import { normalise } from "../../scripts/generator/normalise/normalise.js";
import { readSource } from "../../scripts/generator/read/source.js";
import { generateFrom } from "./fixtures.js";

/**
 * The module of a service is the same whatever else is read, byte for byte, but for what it has in common with others:
 * that stands in `shared.ts`, and is imported and exported again. So a name in a program never changes because a document
 * is added.
 */

const FOLDERS = ["../fixtures/documents/", "../../openapi/"].map(
  (folder) => new URL(folder, import.meta.url),
);
/** Fixtures of APIs that our own documents have, too: a client cannot have both. */
const REPEATED = new Set(["registry.yaml", "telemetry-v2.yaml"]);

const documents: readonly InputDocument[] = (
  await Promise.all(
    FOLDERS.map(async (folder) => {
      const files = await readdir(folder);
      const names = files.filter((name) => name.endsWith(".yaml") && !REPEATED.has(name)).sort();
      return Promise.all(
        names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), "utf8") })),
      );
    }),
  )
).flat();

type Files = ReadonlyMap<string, string>;

const alone = new Map<InputDocument, Files>();
for (const document of documents) alone.set(document, (await generateFrom(document)).files);

const servicesOf = (document: InputDocument): ReadonlySet<string> =>
  new Set(
    normalise([readSource(document.name, document.text)], () => undefined).map(({ names }) =>
      names.join("."),
    ),
  );
const services = new Map(documents.map((document) => [document, servicesOf(document)]));

/**
 * Each document with the next eight. Documents of one service make its module together; all other pairs must leave each
 * other alone.
 */
const pairs = documents.flatMap((first, index) =>
  documents
    .slice(index + 1, index + 9)
    .filter((second) => isApart(first, second))
    .map((second) => [first, second] as const),
);

function isApart(first: InputDocument, second: InputDocument): boolean {
  return ![...(services.get(first) ?? [])].some((service) => services.get(second)?.has(service));
}

/** The top-level statements of a file that import nothing, each with the comment before it. */
function statementsOf(text: string): readonly string[] {
  const [, ...statements] = text.split(/\n\n(?=\/\*\*|export )/);
  return statements.map((statement) => statement.trim());
}

/** The names that a file exports, be it by way of another. */
function exportedNames(text: string): readonly string[] {
  const declared = [...text.matchAll(/^export (?:type|interface|const) (\w+)/gm)].map(
    ([, name = ""]) => name,
  );
  const lists = [...text.matchAll(/^export type \{ (.*) \} from/gm)].flatMap(([, list = ""]) =>
    list.split(", "),
  );
  return [...declared, ...lists].sort();
}

function checkModules(together: Files, documentsOfIt: readonly InputDocument[]): void {
  const shared = new Set(statementsOf(together.get("shared.ts") ?? ""));
  for (const document of documentsOfIt) {
    for (const [file, text] of alone.get(document) ?? []) {
      if (file === "index.ts" || file === "shared.ts") continue;
      const own = statementsOf(text);
      expect(own.length, file).toBeGreaterThan(3);
      const now = statementsOf(together.get(file) ?? "");
      const moved = own.filter((statement) => !now.includes(statement));
      expect(
        moved.filter((statement) => !shared.has(statement)),
        file,
      ).toEqual([]);
      expect(now, file).toEqual(own.filter((statement) => !moved.includes(statement)));
      expect(exportedNames(together.get(file) ?? ""), file).toEqual(exportedNames(text));
    }
  }
}

describe("The module of a service", () => {
  it("does not change with another document", { timeout: 120_000 }, async () => {
    expect(pairs.length).toBeGreaterThan(100);
    for (const pair of pairs) {
      const { files } = await generateFrom(...pair);
      checkModules(files, pair);
    }
  });

  it("does not depend on the order of documents", { timeout: 120_000 }, async () => {
    const forwards = await generateFrom(...documents);
    const backwards = await generateFrom(...documents.toReversed());
    expect(backwards.files).toEqual(forwards.files);
  });
});

describe("What services share", () => {
  it("is in the modules of no service, and the same for whoever imports it", async () => {
    const { files } = await generateFrom(...documents.filter(({ name }) => /^(pim|org|sts)-v/.test(name)));
    const shared = files.get("shared.ts") ?? "";
    expect(exportedNames(shared)).toEqual(expect.arrayContaining(["ErrorObject", "Failure", "ListMeta"]));
    for (const [file, text] of files) {
      if (file !== "shared.ts") expect(text).not.toMatch(/^export type Failure = /m);
    }
    expect(exportedNames(files.get("pim-v1.ts") ?? "")).toContain("Failure");
  });
});
