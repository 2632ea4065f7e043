import { describe, expect, test } from "vitest";
import { lintImports, type Import, type ImportKind } from "./lint-imports.js";

/* The rules of imports, tried on small projects: `dependency-cruiser.config.js` as `npm run lint` uses it. */

test("imports down the orders of src and scripts are allowed", async () => {
  const src = [
    "client",
    "generated",
    "paging",
    "pipeline",
    "events",
    "auth",
    "http",
    "time",
    "errors",
    "util",
  ];
  const scripts = [
    "entry.ts",
    "adopt/a.ts",
    "package/a.ts",
    "cli/a.ts",
    "diff/a.ts",
    "files/a.ts",
    "shared/a.ts",
    "generator/a.ts",
    "generator/emit/a.ts",
  ];
  const generator = ["normalise/stage/a.ts", "read/a.ts", "document/a.ts"].map((file) => `generator/${file}`);
  const allowed: Import[] = [
    ...chain("src", ["index.ts", ...src.map((folder) => `${folder}/a.ts`)]),
    ["src/errors/a.ts", "src/defaults.ts"],
    ["src/errors/a.ts", "src/operation.ts"],
    ...chain("scripts", [...scripts, ...generator]),
    ["scripts/diff/a.ts", "scripts/generator/read/a.ts"],
    ["scripts/diff/a.ts", "scripts/generator/document/a.ts"],
  ];
  expect(await lintImports(allowed)).toEqual([]);
});

test("src/testing may import the public surface, scripts the types of src, tests everything", async () => {
  const allowed: Import[] = [
    ["src/testing/a.ts", "src/index.ts"],
    ["scripts/cli/a.ts", "src/operation.ts", "type"],
    ["test/a.test.ts", "src/testing/a.ts"],
    ["test/a.test.ts", "src/pipeline/a.ts"],
    ["test/a.test.ts", "scripts/generator/a.ts"],
    ["examples/a.ts", "src/testing/a.ts"],
  ];
  expect(await lintImports(allowed)).toEqual([]);
});

describe("an import that runs up is caught", () => {
  const kinds: ImportKind[] = ["value", "type", "dynamic", "inline type", "re-export"];

  test.each(kinds)("as %s", async (kind) => {
    expect(await lintImports([["src/errors/a.ts", "src/http/a.ts", kind]])).toEqual([
      "upward-from-src/errors: src/errors/a.ts → src/http/a.ts",
    ]);
  });

  test("at every step of src, and in folders within", () =>
    expectEachCaught([
      ["upward-from-src/util-operation-defaults", "src/util/0.ts", "src/errors/0.ts"],
      ["upward-from-src/util-operation-defaults", "src/operation.ts", "src/paging/0.ts"],
      ["upward-from-src/util-operation-defaults", "src/defaults.ts", "src/client/0.ts"],
      ["upward-from-src/errors", "src/errors/1.ts", "src/time/1.ts"],
      ["upward-from-src/time", "src/time/2.ts", "src/http/2.ts"],
      ["upward-from-src/http", "src/http/3.ts", "src/auth/3.ts"],
      ["upward-from-src/auth", "src/auth/4.ts", "src/events/4.ts"],
      ["upward-from-src/auth", "src/auth/sts/5.ts", "src/pipeline/deep/5.ts"],
      ["upward-from-src/events", "src/events/6.ts", "src/pipeline/6.ts"],
      ["upward-from-src/pipeline", "src/pipeline/7.ts", "src/paging/7.ts"],
      ["upward-from-src/paging", "src/paging/8.ts", "src/generated/8.ts"],
      ["upward-from-src/generated", "src/generated/9.ts", "src/client/9.ts"],
      ["upward-from-src/client", "src/client/10.ts", "src/index.ts"],
    ]));

  test("at every step of scripts, and in folders within", () => {
    const generator = "scripts/generator";
    return expectEachCaught([
      [`upward-from-${generator}/document`, `${generator}/document/0.ts`, `${generator}/read/0.ts`],
      [`upward-from-${generator}/read`, `${generator}/read/1.ts`, `${generator}/normalise/1.ts`],
      [`upward-from-${generator}/normalise`, `${generator}/normalise/stage/2.ts`, `${generator}/emit/2.ts`],
      [`upward-from-${generator}/emit`, `${generator}/emit/3.ts`, `${generator}/generate.ts`],
      [`upward-from-${generator}/emit`, `${generator}/emit/4.ts`, "scripts/cli/4.ts"],
      [`upward-from-${generator}/*`, `${generator}/5.ts`, "scripts/cli/5.ts"],
      [`upward-from-${generator}/*`, `${generator}/6.ts`, "scripts/shared/6.ts"],
      ["upward-from-scripts/shared", "scripts/shared/10.ts", "scripts/files/10.ts"],
      ["upward-from-scripts/files", "scripts/files/7.ts", "scripts/diff/7.ts"],
      ["upward-from-scripts/diff", "scripts/diff/8.ts", "scripts/cli/8.ts"],
      ["upward-from-scripts/cli", "scripts/cli/9.ts", "scripts/package/9.ts"],
      ["upward-from-scripts/package", "scripts/package/11.ts", "scripts/adopt/11.ts"],
    ]);
  });
});

describe("a cycle is caught", () => {
  test.each<[ImportKind, ImportKind]>([
    ["value", "value"],
    ["type", "type"],
    ["value", "type"],
    ["inline type", "re-export"],
  ])("of imports as %s and as %s", async (there, back) => {
    const cycle: Import[] = [
      ["src/auth/a.ts", "src/auth/b.ts", there],
      ["src/auth/b.ts", "src/auth/a.ts", back],
    ];
    expect(await lintImports(cycle)).toEqual([expect.stringContaining("no-cycle")]);
  });

  test("of three files, in tests too", async () => {
    const cycle = chain("test", ["a.ts", "b.ts", "c.ts", "a.ts"]);
    expect(await lintImports(cycle)).toEqual([expect.stringContaining("no-cycle")]);
  });
});

test("what else is caught", () =>
  expectEachCaught([
    ["testing-on-public-surface", "src/testing/0.ts", "src/client/0.ts"],
    ["testing-is-for-users", "src/client/1.ts", "src/testing/1.ts"],
    ["diff-reads-documents-only", "scripts/diff/2.ts", "scripts/generator/emit/2.ts"],
    ["diff-reads-documents-only", "scripts/diff/3.ts", "scripts/generator/3.ts"],
    ["entries-are-run", "test/4.test.ts", "scripts/entry.ts"],
    ["scripts-without-src", "scripts/cli/5.ts", "src/operation.ts"],
    ["product-without-tests", "scripts/cli/6.ts", "test/support/6.ts"],
    ["product-without-tests", "src/client/7.ts", "bench/7.ts"],
    ["src-without-scripts", "src/client/8.ts", "scripts/generator/8.ts"],
    ["no-place-in-src", "src/engine/9.ts", "src/util/9.ts"],
    ["no-place-in-src", "src/client/10.ts", "src/engine.ts"],
    ["no-place-in-scripts", "scripts/cli/11.ts", "scripts/generator/library/11.ts"],
  ]));

/** Plants one import a row, and expects its rule to catch it, and nothing else to be caught. */
async function expectEachCaught(rows: readonly [rule: string, from: string, to: string][]): Promise<void> {
  const found = await lintImports(rows.map(([, from, to]) => [from, to]));
  expect(found).toEqual(rows.map(([rule, from, to]) => `${rule}: ${from} → ${to}`).sort());
}

/** Each file of the folder imports the next. */
function chain(folder: string, files: readonly string[]): Import[] {
  return files.slice(1).map((to, index) => [`${folder}/${files[index] ?? ""}`, `${folder}/${to}`]);
}
