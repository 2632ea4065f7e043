import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextVersion } from "../../scripts/diff/next-version.js";
import { createProject, type Project } from "./command.js";

const FRAGMENT = `paths:
  /shed/v1/tools:
    get:
      operationId: listTools
      parameters:
        - { name: page_size, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        "200": { description: The tools. }
`;

let project: Project;
const write = (name: string, text: string): Promise<void> => writeFile(join(project.folder, name), text);

beforeAll(async () => {
  project = await createProject();
  const garden = await readFile(join(project.folder, "garden.yaml"), "utf8");
  await write("renamed.yaml", garden.replace("operationId: listGardenV1Plants", "operationId: listPlants"));
  await write("fragment.yaml", FRAGMENT);
  await write("tightened.yaml", FRAGMENT.replace("100", "50"));
  await write("slip.yaml", `${FRAGMENT}  slip: [\n`);
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

  it("says what breaks callers, and where, and fails", async () => {
    const { code, out, err } = await project.run(["diff", "garden.yaml", "renamed.yaml"]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("✗ major  GET /garden/v1/plants: `operationId`");
    expect(out).toContain("#/paths/~1garden~1v1~1plants/get/operationId\n");
    expect(out).toContain("\nmajor: callers break (1 of 1 changes)\n");
  });

  it("prints a table for a pull request", async () => {
    const { code, out } = await project.run(["diff", "garden.yaml", "renamed.yaml", "--format", "markdown"]);
    expect(code).toBe(1);
    expect(out).toContain("| step | operation | change | where |\n| --- | --- | --- | --- |\n| major | GET ");
  });

  it("prints JSON for a program, and compares published fragments", async () => {
    const { code, out } = await project.run(["diff", "fragment.yaml", "tightened.yaml", "--format=json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      step: "major",
      changes: [
        {
          impact: "major",
          kind: "modified",
          pointer: "/paths/~1shed~1v1~1tools/get/parameters/0/schema/maximum",
          operation: "GET /shed/v1/tools",
          message: "Upper bound changed from '<= 100' to '<= 50'",
        },
      ],
    });
  });

  it.each([
    ["slip.yaml", /^slip\.yaml:10:1: /],
    ["missing.yaml", /^missing\.yaml: there is no such file\n$/],
    [".", /^diff compares documents, not folders\n$/],
  ])("fails in another way when it cannot compare with %s", async (name, message) => {
    const { code, out, err } = await project.run(["diff", "garden.yaml", name]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it.each([
    ["0.1.3", "major", "0.2.0"],
    ["0.1.3", "minor", "0.1.4"],
    ["0.1.3", "patch", "0.1.4"],
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
  ] as const)("makes of version %s by a %s step %s", (version, step, next) => {
    expect(nextVersion(version, step)).toBe(next);
  });
});

describe("lint", () => {
  it("is content with a good document", async () => {
    expect((await project.run(["lint", "clean.yaml"])).code).toBe(0);
  });

  it("says what is wrong with another", async () => {
    const { code, err } = await project.run(["lint", "fragment.yaml"]);
    expect(code).not.toBe(0);
    expect(err).not.toBe("");
  });
});
