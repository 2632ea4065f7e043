import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stages } from "../../scripts/package/stages.js";

const read = (file: string): string => readFileSync(file, "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** Files that tell a person or a machine to run an npm script. */
const CALLERS = [
  ".ci/run",
  "CONTRIBUTING.md",
  "README.md",
  "package.json",
  "bench/README.md",
  "runtimes/README.md",
  "scripts/package/stages.ts",
  ...[".github", ".github/workflows", "docs"].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `${folder}/${name}`),
  ),
];

test("there are at most a dozen, beside prepack, which npm runs by itself", () => {
  expect(Object.keys(scripts).filter((name) => name !== "prepack").length).toBeLessThanOrEqual(12);
});

test.each(CALLERS)("%s names scripts that exist", (file) => {
  const named = Array.from(read(file).matchAll(/npm run (?:--silent )?([\w:]+)/g), ([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(CALLERS)("%s names stages of verify that exist", (file) => {
  const named = Array.from(read(file).matchAll(/npm run verify -- ([a-z]+(?: [a-z]+)*)/g), ([, names = ""]) =>
    names.split(" "),
  ).flat();
  const known = stages().map(({ name }) => name);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test("CI runs all of verify", () => {
  expect(read(".ci/run")).toMatch(/\nnpm run verify\n$/);
  expect(read(".github/workflows/ci.yml")).toContain("bash .ci/run");
});
