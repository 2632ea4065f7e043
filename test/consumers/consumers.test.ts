import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as sdk from "../../src/index.js";
import { installInto, pack } from "../support/pack.js";

/** Programs that use the package, out of its tarball, by every compiler and setting that a user may have. */

const run = promisify(execFile);
const compilers = ["5.4", "5.9", "6.0", "7.0"];
const libraries = [
  "@types/node@20.19.43",
  "@types/react@19.3.0",
  "@tanstack/react-query@5.108.0",
  "openapi-react-query@0.5.4",
  "react@19.3.1",
  "swr@2.5.1",
  "swr-openapi@5.6.0",
  "typescript@5.9.3",
];
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "consumers-"));
  const { path } = await pack(project);
  await installInto(project, [path, ...libraries]);
  await cp("test/consumers/programs", project, { recursive: true });
});

afterAll(() => rm(project, { recursive: true, force: true }));

/** How modules are found, each with a place where programs run: that is what declares `fetch`. */
const settings = {
  "node16, Node": { module: "Node16", moduleResolution: "Node16", lib: ["ES2022"], types: ["node"] },
  "nodenext, Node and DOM": {
    module: "NodeNext",
    moduleResolution: "NodeNext",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    types: ["node"],
  },
  "bundler, DOM": { module: "ESNext", moduleResolution: "Bundler", lib: ["ES2022", "DOM"], types: [] },
};

const strictness = {
  loose: { strict: false },
  strict: { strict: true },
  exact: { strict: true, exactOptionalPropertyTypes: true },
};

describe.each(compilers)("TypeScript %s", (compiler) => {
  describe.each(Object.entries(settings))("%s", (_, setting) => {
    test.concurrent.each(Object.entries(strictness))("%s", async (__, strict) => {
      expect(
        await compile(compiler, ["surface.ts", "typical.ts", "one-service.ts", "testing.ts"], {
          ...setting,
          ...strict,
        }),
      ).toEqual([]);
    });
  });
});

// Before 5.8, TypeScript took no ES module for what `require` can load; "node16" still does not.
test.concurrent.each(compilers.filter((compiler) => compiler !== "5.4"))(
  "a CommonJS program, by TypeScript %s",
  async (compiler) => {
    const options = { ...settings["nodenext, Node and DOM"], ...strictness.exact };
    expect(await compile(compiler, ["commonjs.cts"], options)).toEqual([]);
  },
);

// The program is checked, and not the declarations of these libraries.
test.concurrent.each(["5.9", "7.0"])("hooks of React Query and SWR, by TypeScript %s", async (compiler) => {
  const options = { ...settings["nodenext, Node and DOM"], ...strictness.strict, skipLibCheck: true };
  expect(await compile(compiler, ["hooks.ts"], options)).toEqual([]);
});

test("the programs use everything that the package exports", async () => {
  const program = await readFile("test/consumers/programs/surface.ts", "utf8");
  const names = Object.keys(sdk).filter((name) => !/V\d$/.test(name));
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(program))).toEqual([]);
});

// What the checker does for a program, beside what it does for the declarations: what an editor waits for at every key.
// About 15 % above what it was when this was written.
test.each([
  ["5.9", 46_000],
  ["7.0", 46_000],
])("the main job takes the checker of TypeScript %s at most %i instantiations", async (compiler, budget) => {
  const setting = { ...settings["nodenext, Node and DOM"], ...strictness.exact };
  const diagnostics = { skipLibCheck: true, extendedDiagnostics: true };
  const lines = await compile(compiler, ["typical.ts"], { ...setting, ...diagnostics });
  const figure = lines.find((line) => line.startsWith("Instantiations:"))?.match(/\d+/)?.[0];
  expect(Number(figure)).toBeLessThanOrEqual(budget);
});

test("a program of one service reads the declarations of no other", async () => {
  const options = { ...settings["nodenext, Node and DOM"], ...strictness.strict, listFiles: true };
  const files = await compile("5.9", ["one-service.ts"], options);
  const modules = files.flatMap(
    (file) => /confluent-cloud-sdk\/dist\/generated\/(.*)\.d\.ts$/.exec(file)?.[1] ?? [],
  );
  expect(modules.sort()).toEqual(["pim-v1", "shared"]);
});

let configurations = 0;

/** What the compiler prints; nothing when all is well. */
async function compile(compiler: string, files: readonly string[], options: object): Promise<string[]> {
  // TypeScript's own declarations are left out; all others are checked.
  const checks = { skipLibCheck: false, skipDefaultLibCheck: true };
  const compilerOptions = { target: "ES2022", noEmit: true, ...checks, ...options };
  const name = `tsconfig.${++configurations}.json`;
  await writeFile(join(project, name), JSON.stringify({ compilerOptions, files }));
  const tsc = resolve(`test/consumers/node_modules/typescript${compiler}/bin/tsc`);
  const { stdout } = await run(process.execPath, [tsc, "-p", name], { cwd: project }).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout.split("\n").filter((line) => line !== "");
}
