import { appendFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProject, PACKAGE, type Outcome, type Project } from "./command.js";

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

const file = (name: string): string => join(project.folder, name);
const generate = (...args: readonly string[]): Promise<Outcome> =>
  project.run(["generate", "garden.yaml", "--out", "api", ...args]);

async function edit(name: string, search: string, replacement: string): Promise<void> {
  const text = await readFile(file(name), "utf8");
  expect(text).toContain(search);
  await writeFile(file(name), text.replace(search, replacement));
}

describe("generate", () => {
  it("writes a module from a document, and counts what it fixed", async () => {
    expect(await generate()).toEqual({
      code: 0,
      out: "4 fixes; --verbose prints each\napi: 2 written, 0 removed, 0 unchanged\n",
      err: "",
    });
  });

  it("prints each fix and each file if it is asked to", async () => {
    const { code, out, err } = await generate("--verbose");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("fixed garden.yaml#/components/schemas/garden.v1.Plant/properties/home\n");
    expect(out).toContain("wrote api/index.ts\n");
    expect((await readdir(file("api"))).sort()).toEqual(["garden-v1.ts", "index.ts"]);
    expect(await readFile(file("api/index.ts"), "utf8")).toContain(
      'import type { Api } from "confluent-cloud-sdk/core";',
    );
  });

  it("writes a module that a client takes", async () => {
    await generate();
    const compilerOptions = {
      strict: true,
      module: "NodeNext",
      target: "ES2022",
      lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
      noEmit: true,
      skipLibCheck: true,
      paths: {
        "confluent-cloud-sdk": [join(PACKAGE, "src/index.ts")],
        "confluent-cloud-sdk/core": [join(PACKAGE, "src/core.ts")],
      },
      typeRoots: [join(PACKAGE, "node_modules/@types")],
      types: ["node"],
    };
    await writeFile(file("package.json"), '{ "type": "module" }');
    await writeFile(file("tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    await writeFile(
      file("use.ts"),
      `import { createClient } from "confluent-cloud-sdk";
import { api } from "./api/index.js";
const garden = createClient({ api }).garden.v1;
export const id: Promise<string | undefined> = garden.plants.get("rose", { bed: "north" }).then((plant) => plant.id);
// @ts-expect-error: there is no such resource
export const trees = garden.trees;
`,
    );
    const compiler = join(PACKAGE, "node_modules/typescript/bin/tsc");
    const { code, out } = await project.run(["-p", "."], { bin: compiler });
    expect({ code, out }).toEqual({ code: 0, out: "" });
  });

  it("refuses an overlay that matches nothing, with its place", async () => {
    await writeFile(
      file("fix.yaml"),
      "overlay: 1.0.0\nactions:\n  - target: $.paths['/trees']\n    remove: true\n",
    );
    const { code, err } = await generate("--overlay", "fix.yaml");
    expect(code).toBe(2);
    expect(err).toBe("fix.yaml:3:5: the target of this action matches nothing in garden.yaml\n");
  });

  it("refuses a broken document, with the place", async () => {
    await edit("garden.yaml", "openapi: 3.0.3", "openapi: 3.0.3\nopenapi: 3.0.3");
    expect(await generate()).toEqual({ code: 2, out: "", err: "garden.yaml:3:1: Map keys must be unique\n" });
    expect(await readdir(project.folder)).not.toContain("api");
  });

  it("names a missing document", async () => {
    const { code, err } = await project.run(["generate", "rose.yaml", "--out", "api"]);
    expect({ code, err }).toEqual({ code: 2, err: "rose.yaml: there is no such file\n" });
  });

  it("does not write to a folder that holds other files", async () => {
    await mkdir(file("api"));
    await writeFile(file("api/mine.ts"), "export const mine = 1;\n");
    const { code, err } = await generate();
    expect(code).toBe(2);
    expect(err).toBe("api/mine.ts was not generated: choose a folder without other files\n");
    expect(await readdir(file("api"))).toEqual(["mine.ts"]);
  });

  it("names the packages to install if some are missing", async () => {
    await cp(join(PACKAGE, "dist"), file("alone/dist"), { recursive: true });
    await cp(join(PACKAGE, "package.json"), file("alone/package.json"));
    const bin = file("alone/dist/cli/bin.js");
    const { code, err } = await project.run(["generate", "garden.yaml", "--out", "api"], { bin });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^Generating needs openapi-typescript and typescript and js-yaml and yaml\. .+\n {2}npm install --save-dev openapi-typescript@\S+ typescript@5\S+ js-yaml@\S+ yaml@\S+\n$/,
    );
    const lint = await project.run(["lint", "garden.yaml"], { bin });
    expect(lint.err).toMatch(/^Linting needs @redocly\/cli and js-yaml and yaml\./);
  });
});

describe("generate, if nothing changed", () => {
  const generateObserved = (...args: readonly string[]): Promise<Outcome> =>
    project.run(["generate", "garden.yaml", "--out", "api", ...args], {
      node: ["--import", join(PACKAGE, "test/cli/loaded-packages.mjs")],
    });

  it("prints so without loading TypeScript", async () => {
    expect((await generateObserved()).out).toContain("TypeScript was loaded\n");
    expect((await generateObserved()).out).toBe("api: unchanged\nTypeScript was not loaded\n");
  });

  it.each<[string, () => Promise<void>]>([
    ["the document", () => edit("garden.yaml", "Whispered to it", "Sung to it")],
    ["an output", () => edit("api/garden-v1.ts", "Plant", "Plants")],
    ["the files in the folder", () => rm(file("api/garden-v1.ts"))],
  ])("generates again after a change to %s", async (_what, change) => {
    await generate();
    await change();
    const { out } = await generate("--verbose");
    expect(out).toMatch(/^wrote api\/garden-v1\.ts$/m);
    expect(out).not.toContain("api: unchanged");
  });

  it("generates again after a change to the generator, but not to the client", async () => {
    const alone = file("alone");
    await cp(join(PACKAGE, "dist"), join(alone, "dist"), { recursive: true });
    await cp(join(PACKAGE, "package.json"), join(alone, "package.json"));
    await symlink(join(PACKAGE, "node_modules"), join(alone, "node_modules"));
    const run = async (): Promise<string> => {
      const bin = join(alone, "dist/cli/bin.js");
      return (await project.run(["generate", "garden.yaml", "--out", "api"], { bin })).out;
    };
    await run();
    await appendFile(join(alone, "dist/index.js"), "// changed\n");
    expect(await run()).toBe("api: unchanged\n");
    await appendFile(join(alone, "dist/cli/generate.js"), "// changed\n");
    expect(await run()).toContain("api: 0 written, 0 removed, 2 unchanged\n");
  });
});

describe("generate --check", () => {
  beforeEach(() => generate());

  it("fails with a diff if the document changed, and writes nothing", async () => {
    await edit("garden.yaml", "Whispered to it", "Sung to it");
    const before = await readFile(file("api/garden-v1.ts"), "utf8");
    const { code, out, err } = await generate("--check");
    expect(code).toBe(1);
    expect(out).toMatch(/^\+.*Sung to it/m);
    expect(err).toBe("api is out of date: run generate without --check\n");
    expect(await readFile(file("api/garden-v1.ts"), "utf8")).toBe(before);
  });

  it.each<[string, () => Promise<void>, string | RegExp]>([
    ["missing", () => rm(file("api/garden-v1.ts")), "missing: api/garden-v1.ts\n"],
    ["left over", () => writeFile(file("api/old.ts"), ""), "left over: api/old.ts\n"],
    ["edited", () => edit("api/garden-v1.ts", "export", "  export"), /^- {2}export/m],
  ])("fails if a file is %s", async (_what, change, message) => {
    await change();
    const { code, out } = await generate("--check");
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });
});
