import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readmeSnippets } from "./readme-snippets.js";

/** The package as a user gets it: packed, and installed into an empty project. */

const run = promisify(execFile);
const snippets = readmeSnippets().map((code, index) => ({ name: `snippet-${index + 1}`, code }));
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "packed-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", project]);
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as [{ filename: string }];
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packages = [join(project, filename), "@stoplight/prism-cli@5.14.2", "@types/node@20.19.43"];
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], { cwd: project });

  const compilerOptions = {
    strict: true,
    module: "NodeNext",
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    outDir: "out",
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  for (const { name, code } of snippets) await writeFile(join(project, `${name}.ts`), code);
}, 180_000);

afterAll(() => rm(project, { recursive: true, force: true }));

describe("the README's snippets", () => {
  test("compile under strict, with the declarations of the package checked too", async () => {
    const { stdout } = await run("node", [resolve("node_modules/typescript/bin/tsc"), "-p", project]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe("");
  }, 60_000);

  test.each(snippets)(
    "$name runs",
    async ({ name }) => {
      const env = {
        ...process.env,
        MOCK_URL: inject("servers").mock,
        CONFLUENT_CLOUD_API_KEY: "key",
        CONFLUENT_CLOUD_API_SECRET: "secret",
      };
      const preload = resolve("test/package/preload.mjs");
      const { stderr } = await run("node", ["--import", preload, join(project, "out", `${name}.js`)], {
        env,
      });
      expect(stderr).toBe("");
    },
    60_000,
  );
});

test("holds what a user needs, and nothing that is only ours", async () => {
  const { stdout } = await run("find", [".", "-type", "f"], {
    cwd: join(project, "node_modules/confluent-cloud-sdk"),
  });
  const files = stdout.trim().split("\n");
  expect(files).toEqual(
    expect.arrayContaining([
      "./README.md",
      "./LICENSE",
      "./package.json",
      "./dist/index.js",
      "./dist/index.d.ts",
      "./dist/scripts/bin.js",
      "./openapi/pim-v1.yaml",
    ]),
  );
  expect(
    files.filter((file) =>
      /^\.\/(test|scripts|examples|bench|dist\/examples|openapi\/released)|tsbuildinfo/.test(file),
    ),
  ).toEqual([]);
});
