import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProject, PACKAGE, type Project } from "./command.js";

const FRAGMENT = `paths:
  /shed/v1/tools:
    get:
      operationId: listTools
      parameters:
        - { name: page_size, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        "200": { description: The tools. }
`;
const OVERLAY = `overlay: 1.0.0
info: { title: Fewer tools, version: "1" }
actions:
  - target: $.paths["/shed/v1/tools"].get.parameters[0].schema
    update: { maximum: 50 }
`;

let project: Project;
const write = async (name: string, text: string): Promise<void> => {
  await mkdir(join(project.folder, name, ".."), { recursive: true });
  await writeFile(join(project.folder, name), text);
};

beforeAll(async () => {
  project = await createProject();
  const garden = await readFile(join(project.folder, "garden.yaml"), "utf8");
  await write("renamed.yaml", garden.replace("operationId: listGardenV1Plants", "operationId: listPlants"));
  await write("fragment.yaml", FRAGMENT);
  await write("tightened.yaml", FRAGMENT.replace("100", "50"));
  await write("reworded.yaml", FRAGMENT.replace("The tools.", "All tools."));
  await write("corrected.yaml", FRAGMENT);
  await write("corrected.overlay.yaml", OVERLAY);
  await write("slip.yaml", `${FRAGMENT}  slip: [\n`);
  await write("swagger.yaml", `swagger: "2.0"\n${FRAGMENT}`);
  await write(
    "circle.yaml",
    `openapi: 3.1.0\n${FRAGMENT}components: { schemas: { A: { allOf: [{ $ref: "#/components/schemas/A" }] } } }\n`,
  );
  await write("foreign.yaml", FRAGMENT.replace("{ description: The tools. }", '{ $ref: "/etc/hosts" }'));
  await write("old/shed.yaml", FRAGMENT);
  await write("old/barn.yaml", FRAGMENT.replaceAll("shed", "barn"));
  await write("new/shed.yml", FRAGMENT.replace("100", "200"));
  await write("new/mill.yaml", FRAGMENT.replaceAll("shed", "mill"));
  await write("clean.yaml", await readFile("openapi/sts-v1.yaml", "utf8"));
});
afterAll(() => project.remove());

describe("diff", () => {
  it("says that nothing changed", async () => {
    expect(await project.run(["diff", "garden.yaml", "garden.yaml"])).toEqual({
      code: 0,
      out: "no change\n",
      err: "",
    });
  });

  it("says what breaks clients, where, and what to do, and fails", async () => {
    const { code, out, err } = await project.run([
      "diff",
      "garden.yaml",
      "renamed.yaml",
      "--current",
      "1.4.2",
    ]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toBe(`✗ major  the operation was called \`listGardenV1Plants\` and is called \`listPlants\`
         GET /garden/v1/plants
         → use the new name
         renamed.yaml#/paths/~1garden~1v1~1plants/get/operationId
major: breaks clients (1 of 1 change); 1.4.2 becomes 2.0.0
`);
  });

  it("prints Markdown for a comment on a pull request", async () => {
    const { code, out } = await project.run(["diff", "garden.yaml", "renamed.yaml", "--format", "markdown"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "### ✗ major: breaks clients (1)\n\n- the operation was called `listGardenV1Plants`",
    );
  });

  it("prints JSON for a program, and compares published fragments", async () => {
    const { code, out } = await project.run(["diff", "fragment.yaml", "tightened.yaml", "--format=json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      step: "major",
      current: null,
      next: null,
      changes: [
        {
          step: "major",
          kind: "limit-narrowed",
          document: "tightened.yaml",
          operations: ["GET /shed/v1/tools"],
          place: "query parameter page_size",
          message: "`maximum` was `100` and is `50`",
          before: 100,
          after: 50,
          pointer: "/paths/~1shed~1v1~1tools/get/parameters/0/schema/maximum",
          pointsInto: "new",
          advice: "keep to the new limit",
        },
      ],
    });
  });

  it("does not fail where nothing breaks", async () => {
    const { code, out } = await project.run(["diff", "fragment.yaml", "reworded.yaml"]);
    expect(code).toBe(0);
    expect(out).toContain("· patch  response 200: the description was changed\n");
  });

  it("corrects documents by their overlays first", async () => {
    const { code, out } = await project.run(["diff", "tightened.yaml", "corrected.yaml"]);
    expect({ code, out }).toEqual({ code: 0, out: "no change\n" });
  });

  it("compares two folders, whose services come and go", async () => {
    const { code, out } = await project.run(["diff", "old", "new/", "--current=0.3.0"]);
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => !line.startsWith("  "))).toEqual([
      "✗ major  the document is gone",
      "+ minor  the document is new",
      "+ minor  query parameter page_size: `maximum` was `100` and is `200`",
      "major: breaks clients (1 of 3 changes); 0.3.0 becomes 0.4.0",
      "",
    ]);
  });

  it.each([
    ["slip.yaml", /^slip\.yaml:10:1: /],
    ["missing.yaml", /^missing\.yaml: there is no such file\n$/],
    ["new", /^new is a folder and fragment\.yaml is a file: compare two of a kind\n$/],
    ["swagger.yaml", /^swagger\.yaml:1:1: this is Swagger 2\.0: convert it .+\n$/],
    ["circle.yaml", /^circle\.yaml:\d+:\d+: the schema leads back to itself: A → A\n$/],
    ["foreign.yaml", /^foreign\.yaml:8:9: "\/etc\/hosts" points to another document, so .+\n$/],
  ])("fails in another way when it cannot compare with %s", async (name, message) => {
    const { code, out, err } = await project.run(["diff", "fragment.yaml", name]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("refuses a version that is none", async () => {
    const { code, err } = await project.run(["diff", "fragment.yaml", "fragment.yaml", "--current", "next"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^--current must be a version such as 1\.4\.2, not "next"\n/);
  });
});

it("diff prints annotations for GitHub", async () => {
  const { code, out } = await project.run(["diff", "garden.yaml", "renamed.yaml", "--format", "github"]);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^::error file=renamed\.yaml,line=\d+,col=\d+,title=[\w-]+::the operation was called .+$/m,
  );
});

describe("lint", () => {
  it("is content with a good document", async () => {
    const { code, out } = await project.run(["lint", "clean.yaml"]);
    expect({ code, out }).toEqual({ code: 0, out: "no problems\n" });
  });

  it("says what is wrong with a fragment, where it is, and nothing of what a fragment lacks", async () => {
    const { code, out, err } = await project.run(["lint", "fragment.yaml"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain(
      "fragment.yaml:3:5: Operation object should contain `summary` field. (operation-summary)\n",
    );
    expect(out).toMatch(/^1 error, 1 warning\n$/m);
    expect(out).not.toMatch(/info|servers|security/i);
  });

  it("takes folders, and prints what a program or GitHub reads", async () => {
    const json = await project.run(["lint", "old", "--format", "json"]);
    const { problems } = JSON.parse(json.out) as { problems: readonly { document: string }[] };
    expect(new Set(problems.map(({ document }) => document))).toEqual(
      new Set(["old/barn.yaml", "old/shed.yaml"]),
    );
    const github = await project.run(["lint", "fragment.yaml", "--format", "github"]);
    expect(github.out).toContain(
      "::error file=fragment.yaml,line=3,col=5,title=operation-summary::Operation object should contain",
    );
  });

  it("names the files that it skips", async () => {
    await write("mixed/shed.yaml", FRAGMENT);
    await write("mixed/notes.yaml", "- a list\n");
    const { out } = await project.run(["lint", "mixed", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({ skipped: ["mixed/notes.yaml"] });
  });

  it("loads no configuration that was not named, and no document that a reference names", async () => {
    await write(
      "sub/redocly.yaml",
      "plugins: [./plugin.js]\nextends: [https://example.invalid/rules.yaml]\n",
    );
    await write("sub/plugin.js", "throw new Error('the plugin was loaded');\n");
    await write("sub/clean.yaml", await readFile("openapi/sts-v1.yaml", "utf8"));
    const bin = join(PACKAGE, "test/cli/run-in-folder.mjs");
    const found = await project.run(["sub", "lint", "clean.yaml"], { bin });
    expect(found).toEqual({ code: 0, out: "no problems\n", err: "" });
    expect(
      (await project.run(["sub", "lint", "clean.yaml", "--config", "redocly.yaml"], { bin })).code,
    ).not.toBe(0);
    const foreign = await project.run(["lint", "foreign.yaml"]);
    expect(foreign.code).toBe(2);
    expect(foreign.err).toMatch(/^foreign\.yaml:8:9: "\/etc\/hosts" points to another document, so /);
  });

  it("takes no name for an option", async () => {
    await write("--config=redocly.yaml", FRAGMENT);
    const { code, out } = await project.run(["lint", "--", "--config=redocly.yaml"]);
    expect(code).toBe(1);
    expect(out).toContain("--config=redocly.yaml:3:5: ");
  });
});
