import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createProject, PACKAGE, type Project } from "./command.js";

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

const file = (name: string): string => join(project.folder, name);

describe("generate, from a folder", () => {
  it.each(["yaml", "json"])("reads all documents of a folder, with %s overlays beside them", async (kind) => {
    await mkdir(file("documents"));
    await cp(join(PACKAGE, "test/fixtures/documents"), file("documents"), { recursive: true });
    const overlay = {
      overlay: "1.0.0",
      info: { title: "Corrections", version: "1.0.0" },
      actions: [
        {
          target: '$.components.schemas["garden.v1.Plant"].properties.sort',
          update: { description: "What grows in the greenhouse." },
        },
      ],
    };
    // JSON is also YAML.
    await writeFile(file(`documents/garden-v1.overlay.${kind}`), JSON.stringify(overlay));
    const { code, err } = await project.run(["generate", "documents", "--out", "api"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await readdir(file("api"))).toContain("garden-v2.ts");
    expect(await readFile(file("api/garden-v1.ts"), "utf8")).toContain("What grows in the greenhouse.");
  });

  it("reads the documents of a folder, and reports the files that it skips", async () => {
    const documents: Readonly<Record<string, string>> = {
      "indented.yml": (await readFile(file("garden.yaml"), "utf8"))
        .replaceAll(/^/gm, "  ")
        .replaceAll("/garden/", "/park/"),
      "fragment.yaml": "# Copied.\n---\n/shed/v1/tools:\n  get:\n    responses: {}\n",
      "compact.json": '{"paths":{"/barn/v1/tools":{"get":{"responses":{}}}}}',
    };
    const others: Readonly<Record<string, string>> = {
      ".redocly.yaml": "extends: [recommended]\n",
      "README.md": "openapi: 3.0.3\n",
      "components.yaml": "components: { schemas: {} }\n",
      "empty.yaml": "",
      "lost.overlay.yaml": "overlay: 1.0.0\nactions: []\n",
      "package.json": '{ "name": "documents", "scripts": { "openapi": "true" } }',
      "redocly.yaml": "apis:\n  main: { root: garden.yaml }\n",
      "tsconfig.json": '{ "compilerOptions": { "paths": {} } // a comment\n}',
    };
    await mkdir(file("documents"));
    for (const [name, text] of Object.entries({ ...documents, ...others }))
      await writeFile(file(`documents/${name}`), text);
    const { code, out, err } = await project.run(["generate", "documents", "--out", "api"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((await readdir(file("api"))).filter((name) => /-v\d/.test(name))).toEqual([
      "barn-v1.ts",
      "park-v1.ts",
      "shed-v1.ts",
    ]);
    const skipped = [
      "components.yaml",
      "empty.yaml",
      "lost.overlay.yaml",
      "package.json",
      "redocly.yaml",
      "tsconfig.json",
    ].map((name) => `documents/${name}`);
    expect(out).toContain(`skipped ${skipped.join(", ")}: neither OpenAPI documents nor overlays of them\n`);
  });

  it.each([
    ["yaml", (text: string) => `${text}slip: [\n`],
    ["json", () => '{ "openapi": "3.0.3", }'],
    ["yaml", () => "swagger: '2.0'\npaths: {}\n"],
  ])("reports a broken document of a folder, in %s", async (kind, slip) => {
    await mkdir(file("documents"));
    const text = await readFile(file("garden.yaml"), "utf8");
    await writeFile(file("documents/garden.yaml"), text);
    await writeFile(file(`documents/slip.${kind}`), slip(text));
    const { code, err } = await project.run(["generate", "documents", "--out", "api"]);
    expect(code).toBe(2);
    expect(err).toContain(`documents/slip.${kind}:`);
  });

  it.each([
    ["nothing", {}, "it has no YAML or JSON files"],
    ["other things", { "redocly.yaml": "rules: {}\n", "a.json": "{}" }, "not OpenAPI: a.json, redocly.yaml"],
  ])("refuses a folder that holds %s", async (_what, files, found) => {
    await mkdir(file("documents"));
    for (const [name, text] of Object.entries(files)) await writeFile(file(`documents/${name}`), text);
    const { code, out, err } = await project.run(["generate", "documents", "--out", "api"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(`documents: no OpenAPI document in this folder (${found})\n`);
  });
});
