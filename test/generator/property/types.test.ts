import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkTypes, type Figures } from "./check-types.js";
import { documentSubject, randomSubject } from "./subjects.js";

/*
 * The types against JSON Schema: valid values have to compile, and wrong ones must not, but for what exceptions.ts lists.
 * Seeds are fixed; to look further, give others.
 */
const SEED = 1;
const SEEDS = Array.from({ length: 40 }, (_, index) => SEED + index);
const FOLDERS = ["../../../openapi/", "../../fixtures/documents/"];

/** What is reported: how much was tried, and what was judged wrongly. */
function summary({ documents, valid, wrong, ...mistakes }: Figures): string {
  const { falseRejections, falseAcceptances } = mistakes;
  return `${documents} documents, ${valid} valid values, ${wrong} wrong: ${falseRejections.length} false rejections, ${falseAcceptances.length} false acceptances`;
}

function expectNoMistakes(figures: Figures): void {
  console.info(summary(figures));
  expect(figures.valid).toBeGreaterThan(0);
  expect(figures.wrong).toBeGreaterThan(0);
  expect(figures).toMatchObject({ refused: [], errors: [], falseRejections: [], falseAcceptances: [] });
}

describe("The types of a document accept what it allows, and no more", () => {
  it("in random documents", async () => {
    expectNoMistakes(await checkTypes(SEEDS.map(randomSubject), SEED, { valid: 8, wrong: 12 }));
  }, 120_000);

  it("in our own documents, and those of tests", async () => {
    const files = await Promise.all(
      FOLDERS.map(async (folder) => {
        const names = await readdir(new URL(folder, import.meta.url));
        return names
          .filter((name) => name.endsWith(".yaml") && !name.includes("fragment"))
          .map(async (name) =>
            documentSubject(name, await readFile(new URL(folder + name, import.meta.url), "utf8")),
          );
      }),
    );
    expectNoMistakes(await checkTypes(await Promise.all(files.flat()), SEED, { valid: 6, wrong: 10 }));
  }, 120_000);
});
