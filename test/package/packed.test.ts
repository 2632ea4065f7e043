import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { installInto, pack, type Packed } from "../support/pack.js";
import { readmeSnippets } from "./readme-snippets.js";

/** The package as a user gets it: packed, and installed into an empty project. */

/** What an install of the package may take of the disk. Half is the documents, which mock servers need, a third the declarations. */
const MAX_UNPACKED_BYTES = 3_900_000;

const run = promisify(execFile);
const snippets = readmeSnippets().map((code, index) => ({ name: `snippet-${index + 1}`, code }));
let project: string;
let packed: Packed;
let files: readonly string[];

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "packed-"));
  packed = await pack(project);
  files = packed.files.map(({ path }) => path);
  await installInto(project, [packed.path, "@stoplight/prism-cli@5.14.2", "@types/node@20.19.43"]);

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

/** A file of the package, as it was installed. */
function read(file: string): Promise<string> {
  return readFile(join(project, "node_modules/confluent-cloud-sdk", file), "utf8");
}

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

describe("the tarball", () => {
  test("contains what users need, and nothing that only this repository needs", () => {
    const needed = ["README.md", "LICENSE", "package.json", "dist/cli/bin.js", "dist/openapi/pim-v1.json"];
    expect(files).toEqual(expect.arrayContaining(needed));
    const ours = /^(test|scripts|examples|bench|runtimes|openapi|dist\/examples)|tsbuildinfo|\.tgz$/;
    expect(files.filter((file) => ours.test(file))).toEqual([]);
  });

  test("takes less than 3.8 megabytes", () => {
    expect(packed.unpackedSize).toBeLessThan(MAX_UNPACKED_BYTES);
  });

  test("has no declaration of a module that is gone", () => {
    const declarations = files.filter((file) => file.endsWith(".d.ts"));
    expect(declarations).toContain("dist/index.d.ts");
    const sources = declarations.map((file) => file.replace(/^dist/, "src").replace(/\.d\.ts$/, ".ts"));
    expect(sources.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe("the manifest", () => {
  interface Manifest {
    readonly exports: Record<string, string | Record<string, string> | null>;
    readonly scripts: Record<string, string>;
    readonly dependencies: object;
    readonly optionalDependencies?: object;
    readonly sideEffects: unknown;
  }
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = JSON.parse(await read("package.json")) as Manifest;
  });

  test("has openapi-fetch as its only dependency", async () => {
    expect(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })).toEqual([
      "openapi-fetch",
    ]);
    // What a program imports, and what that imports: the command and the testing tools have optional peers.
    const modules = new Set(["dist/index.js"]);
    const imported = new Set<string>();
    for (const module of modules) {
      for (const [, name = ""] of (await read(module)).matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
        if (name.startsWith(".")) modules.add(posix.join(posix.dirname(module), name));
        else imported.add(name);
      }
    }
    expect([...imported]).toEqual(["openapi-fetch"]);
  });

  test("runs nothing on installation, and lets bundlers drop unused code", () => {
    const atInstall = ["preinstall", "install", "postinstall", "prepare"];
    expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
    expect(manifest.sideEffects).toBe(false);
  });

  test("exports types first and the default last", () => {
    expect(Object.keys(manifest.exports)).toEqual([
      ".",
      "./core",
      "./openapi-fetch",
      "./testing",
      "./openapi/*",
      "./package.json",
      "./*",
      "./index",
      "./shared",
    ]);
    for (const conditions of Object.values(manifest.exports)) {
      if (typeof conditions === "string" || conditions === null) continue;
      expect(Object.keys(conditions)[0]).toBe("types");
      expect(Object.keys(conditions).at(-1)).toBe("default");
    }
  });
});

describe("a service", () => {
  test("has a subpath for each document that comes along, which names nothing else", async () => {
    const documents = files.flatMap((file) => /^dist\/openapi\/([\w-]+)\.json$/.exec(file)?.[1] ?? []);
    expect(documents).toContain("pim-v1");
    const program = `
      const services = {};
      for (const name of ${JSON.stringify(documents)}) {
        services[name] = Object.keys(await import(\`confluent-cloud-sdk/\${name}\`));
      }
      const refused = [];
      for (const name of ["index", "shared", "client/create-client"]) {
        await import(\`confluent-cloud-sdk/\${name}\`).catch(({ code }) => refused.push(code));
      }
      console.log(JSON.stringify({ services, refused }));`;
    await writeFile(join(project, "services.mjs"), program);
    const { stdout } = await run("node", [join(project, "services.mjs")]);
    const { services, refused } = JSON.parse(stdout) as {
      services: Record<string, string[]>;
      refused: string[];
    };
    expect(services["pim-v1"]).toEqual(["pimV1", "pimV1Operations"]);
    expect(Object.values(services).map((names) => names.length)).toEqual(documents.map(() => 2));
    const notExported = "ERR_PACKAGE_PATH_NOT_EXPORTED";
    expect(refused).toEqual([notExported, notExported, "ERR_MODULE_NOT_FOUND"]);
  });
});

describe("a CommonJS program", () => {
  test("requires the same exports that an ES module imports", async () => {
    const program = `
      const names = (entry) => Object.keys(require(entry)).filter((name) => name !== "__esModule").sort();
      const main = names("confluent-cloud-sdk");
      const testing = names("confluent-cloud-sdk/testing");
      const { version } = require("confluent-cloud-sdk/package.json");
      const document = require.resolve("confluent-cloud-sdk/openapi/pim-v1.json");
      import("confluent-cloud-sdk").then((module) => {
        const isSame = module.createClient === require("confluent-cloud-sdk").createClient;
        console.log(JSON.stringify({ main, testing, version, document, isSame, imported: Object.keys(module).sort() }));
      });`;
    await writeFile(join(project, "program.cjs"), program);
    const { stdout } = await run("node", [join(project, "program.cjs")]);
    const seen = JSON.parse(stdout) as Record<string, unknown>;
    expect(seen["main"]).toContain("createClient");
    expect(seen["main"]).toEqual(seen["imported"]);
    expect(seen["testing"]).toEqual([
      "ContractViolationError",
      "SetupError",
      "createFakeConfluent",
      "failOnViolations",
      "serveFake",
      "startMockServer",
    ]);
    expect(seen["version"]).toMatch(/^\d+\.\d+\.\d+/);
    expect(seen["document"]).toMatch(/openapi\/pim-v1\.json$/);
    expect(seen["isSame"]).toBe(true);
  });
});
