import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { normalise } from "../../../scripts/generator/normalise/normalise.js";
import { checkShape } from "../../../scripts/generator/read/check-shape.js";
import { completeFragment } from "../../../scripts/generator/read/complete-fragment.js";
import { inlineReferences } from "../../../scripts/generator/read/inline-references.js";
import { readSource } from "../../../scripts/generator/read/source.js";
import { factsOf } from "./facts.js";

const FOLDERS = ["../../fixtures/documents/", "../../../openapi/"].map(
  (folder) => new URL(folder, import.meta.url),
);

const documents = await Promise.all(
  FOLDERS.map(async (folder) =>
    (await readdir(folder))
      .filter((name) => name.endsWith(".yaml") && !name.endsWith(".overlay.yaml"))
      .map((name) => ({ name, file: new URL(name, folder) })),
  ),
);

describe("A normalised document says all that the document says", () => {
  it.each(documents.flat())("$name", async ({ name, file }) => {
    const source = readSource(name, await readFile(file, "utf8"));
    const completed = completeFragment(source, () => undefined).source;
    const before = factsOf(checkShape(inlineReferences(completed), completed));
    const services = normalise([source], () => undefined);
    const after = new Set(services.flatMap(({ document }) => [...factsOf(document)]));
    expect(before.size).toBeGreaterThan(20);
    expect([...before].filter((fact) => !after.has(fact))).toEqual([]);
  });
});
