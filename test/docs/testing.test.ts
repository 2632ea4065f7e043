import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/* The samples of the page are tests, in test/docs/samples; this holds the page to them. */

test("docs/testing.md shows the samples that are tested", () => {
  const page = readFileSync("docs/testing.md", "utf8");
  const shown = Array.from(page.matchAll(/^```ts\n(.*?)^```$/gms), ([, code = ""]) => code);
  const samples = readdirSync("test/docs/samples").map((name) =>
    readFileSync(`test/docs/samples/${name}`, "utf8"),
  );
  expect(shown.sort()).toEqual(samples.sort());
});
