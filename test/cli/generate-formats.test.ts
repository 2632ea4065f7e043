import { cp, mkdir, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProject, outcomeOf, PACKAGE, type Outcome, type Project } from "./command.js";

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

const file = (name: string): string => join(project.folder, name);
const generate = (...args: readonly string[]): Promise<Outcome> =>
  project.run(["generate", "garden.yaml", "-o", "api", ...args]);

/** A whole document that does not say which version of OpenAPI it is. */
const DOUBTFUL = `info: { title: Sheds, version: "1" }
paths: { /shed/v1/tools: { get: { operationId: listTools, responses: { "204": { description: None. } } } } }
`;

describe("generate --format", () => {
  it("json prints one object", async () => {
    const { out, err } = await generate("--format", "json");
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      folder: "api",
      result: "updated",
      written: ["index.ts", "garden-v1.ts"],
      changed: [],
      problems: [],
    });
    await writeFile(file("api/garden-v1.ts"), "// changed");
    const check = await generate("--format", "json", "--check");
    expect(check.code).toBe(1);
    expect(JSON.parse(check.out)).toMatchObject({ result: "outOfDate", changed: ["garden-v1.ts"] });
  });

  it.each<[string, object | string]>([
    [
      "json",
      { result: "failed", problems: [{ severity: "error", document: "garden.yaml", line: 1, column: 1 }] },
    ],
    ["github", "::error file=garden.yaml,line=1,col=1::`paths` must be a mapping\n"],
  ])("%s says what is wrong with a document, and where", async (format, expected) => {
    await writeFile(file("garden.yaml"), "openapi: 3.0.3\n");
    const { code, out } = await generate("--format", format);
    expect(code).toBe(2);
    if (typeof expected === "string") expect(out).toBe(expected);
    else expect(JSON.parse(out)).toMatchObject(expected);
  });

  it("github marks stale files", async () => {
    const { code, out } = await generate("--format", "github", "--check");
    expect(code).toBe(1);
    expect(out).toContain("::error file=api/index.ts::api is out of date: run generate without --check\n");
  });
});

describe("generate", () => {
  it("warns in every run of a document that may mean something else", async () => {
    await writeFile(file("garden.yaml"), DOUBTFUL);
    for (const round of [0, 1]) {
      const { code, err } = await generate();
      expect({ code, round }).toEqual({ code: 0, round });
      expect(err).toBe(
        "garden.yaml: warning: taken for a fragment, in which enums are open: " +
          "it has info, but does not say `openapi: 3.x`\n",
      );
    }
  });

  it("reads standard input", async () => {
    const child = project.start(["generate", "-", "-o", "api"]);
    const outcome = outcomeOf(child);
    child.stdin.end("openapi: 3.1\n");
    expect(await outcome).toEqual({
      code: 2,
      out: "",
      err: '<stdin>:1:1: YAML reads 3.1 as a number: write `openapi: "3.1.0"`\n',
    });
  });

  it.each(["*.yaml", "{garden,x}.y?ml", "**/g[a-f]rden.yaml"])("takes the glob %s", async (glob) => {
    const { code, out } = await project.run(["generate", glob, "-o", "api"]);
    expect(code).toBe(0);
    expect(out).toContain("api: 2 written");
  });

  it("names a glob that matches nothing", async () => {
    const { code, err } = await project.run(["generate", "*.yml", "-o", "api"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "*.yml: no OpenAPI document matches (no YAML or JSON files)\n",
    });
  });

  it("names a place that it cannot write to", async () => {
    const { code, err } = await project.run(["generate", "garden.yaml", "-o", "garden.yaml/api"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "garden.yaml/api: a part of the path is a file, not a folder\n",
    });
  });

  it("ends where no folder can be made", async () => {
    const { code, err } = await project.run(["generate", "garden.yaml", "-o", "/proc/none/api"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^\/proc(\/none)?: .+\n$/);
  });

  it("prints no character that a terminal would obey", async () => {
    const { code, err } = await project.run(["generate", "\u001bc\u202e.yaml", "-o", "api"]);
    expect({ code, err }).toEqual({ code: 2, err: "\\u001bc\\u202e.yaml: there is no such file\n" });
  });

  it.each(["$.__proto__", "$.paths.constructor", "$['constructor']['prototype']"])(
    "refuses an overlay that leads to %s",
    async (target) => {
      await writeFile(
        file("garden.overlay.yaml"),
        `overlay: 1.0.0\nactions:\n  - { target: "${target}", update: { polluted: true } }\n`,
      );
      const { code, err } = await generate();
      expect(code).toBe(2);
      expect(err).toMatch(/^garden\.overlay\.yaml:3:5: the target of this action /);
    },
  );

  it("refuses an overlay that sets a prototype", async () => {
    await writeFile(
      file("garden.overlay.yaml"),
      "overlay: 1.0.0\nactions:\n  - { target: $.info, update: { __proto__: { x: 1 } } }\n",
    );
    const { code, err } = await generate();
    expect({ code, err }).toEqual({
      code: 2,
      err: "garden.overlay.yaml:3:33: `__proto__` cannot be a key in an overlay\n",
    });
  });
});

describe("generate in another installation", () => {
  const bin = (): string => file("alone/dist/cli/bin.js");
  const install = async (packages: readonly string[]): Promise<void> => {
    await cp(join(PACKAGE, "dist"), file("alone/dist"), { recursive: true });
    await cp(join(PACKAGE, "package.json"), file("alone/package.json"));
    await mkdir(file("alone/node_modules"));
    for (const name of packages) {
      await symlink(join(PACKAGE, "node_modules", name), file(`alone/node_modules/${name}`));
    }
  };

  it("names stale files without the package diff", async () => {
    await install(["openapi-typescript", "typescript", "js-yaml", "yaml"]);
    await generate();
    await writeFile(file("api/garden-v1.ts"), "// changed");
    const { code, out, err } = await project.run(["generate", "garden.yaml", "-o", "api", "--check"], {
      bin: bin(),
    });
    expect({ code, out }).toEqual({ code: 1, out: "changed: api/garden-v1.ts\n" });
    expect(err).toMatch(/npm install --save-dev diff@\S+\napi is out of date: /);
  });

  it("says how to install TypeScript 5 beside TypeScript 7", async () => {
    await install([]);
    await mkdir(file("alone/node_modules/typescript"));
    await writeFile(file("alone/node_modules/typescript/package.json"), '{ "version": "7.0.2" }');
    const { code, err } = await project.run(["generate", "garden.yaml", "-o", "api"], { bin: bin() });
    expect(code).toBe(2);
    expect(err).toMatch(
      /finds 7\.0\.2\..+\n {2}npm install --prefix tools confluent-cloud-sdk@\S+ openapi-typescript@\S+ typescript@5\S+ js-yaml@\S+ yaml@\S+\n {2}npx --prefix tools confluent-cloud-sdk generate \.\.\.\n$/,
    );
  });
});

describe("The cache", () => {
  const entry = async (): Promise<string> => {
    const [name = ""] = await readdir(file(".cache/confluent-cloud-sdk"));
    return file(`.cache/confluent-cloud-sdk/${name}`);
  };

  it("is not used by a check", async () => {
    await generate();
    expect(await generate()).toMatchObject({ out: "api: unchanged\n" });
    expect(await generate("--check")).toMatchObject({ out: "api is up to date: 2 files\n" });
  });

  it("is not read or written through a link", async () => {
    await generate();
    const path = await entry();
    await rename(path, file("elsewhere"));
    await symlink(file("elsewhere"), path);
    await writeFile(file("garden.yaml"), (await readFile(file("garden.yaml"), "utf8")) + "\n");
    const before = await readFile(file("elsewhere"), "utf8");
    expect((await generate()).out).toContain("api: 0 written");
    expect(await readFile(file("elsewhere"), "utf8")).toBe(before);
    expect((await generate()).out).toBe("api: unchanged\n");
  });

  it("may be missing, broken or in the way", async () => {
    await writeFile(file(".cache"), "a file");
    expect((await generate()).code).toBe(0);
    expect((await generate()).out).toContain("api: 0 written");
  });
});
