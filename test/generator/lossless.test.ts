import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkShape } from "../../scripts/generator/document/check-shape.js";
import { inlineReferences } from "../../scripts/generator/document/references.js";
import { readSource } from "../../scripts/generator/document/source.js";
import { completeDocument } from "../../scripts/generator/normalise/complete-document.js";
import { normalise } from "../../scripts/generator/normalise/normalise.js";
import { factsOf } from "./facts.js";

const FOLDERS = ["../fixtures/documents/", "../../openapi/"].map(
  (folder) => new URL(folder, import.meta.url),
);

const documents = await Promise.all(
  FOLDERS.map(async (folder) =>
    (await readdir(folder))
      .filter((name) => name.endsWith(".yaml") && !name.endsWith(".overlay.yaml"))
      .map((name) => ({ name, file: new URL(name, folder) })),
  ),
);

describe("A clean document says all that the document said", () => {
  it.each(documents.flat())("$name", async ({ name, file }) => {
    const source = readSource(name, await readFile(file, "utf8"));
    const completed = completeDocument(source, () => undefined).source;
    const before = factsOf(checkShape(inlineReferences(completed), completed));
    const services = normalise([source], () => undefined);
    const after = new Set(services.flatMap(({ document }) => [...factsOf(document)]));
    expect(before.size).toBeGreaterThan(20);
    expect([...before].filter((fact) => !after.has(fact))).toEqual([]);
  });
});
