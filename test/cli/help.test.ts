import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../src/util/version.js";
import { createProject, type Project } from "./command.js";

let project: Project;
beforeAll(async () => {
  project = await createProject();
});
afterAll(() => project.remove());

describe("confluent-cloud-sdk", () => {
  it.each([
    [["--help"], "generate   write a TypeScript module"],
    [["help"], "generate   write a TypeScript module"],
    [["generate", "--help"], "confluent-cloud-sdk generate <document or folder>... --out DIR"],
    [["diff", "-h"], "confluent-cloud-sdk diff OLD NEW"],
    [["lint", "--help"], "confluent-cloud-sdk lint <document>..."],
  ])("prints help for %j", async (args, text) => {
    const { code, out, err } = await project.run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(text);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it("prints its version", async () => {
    expect(await project.run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [[], "missing command"],
    [["gen"], "unknown command: gen"],
    [["generate"], "missing argument: a document or folder"],
    [["generate", "garden.yaml"], "missing option: --out DIR, the folder to write to"],
    [["generate", "garden.yaml", "--out", "api", "--chek"], "Unknown option '--chek'"],
    [
      ["generate", "garden.yaml", "--out", "api", "--check", "--watch"],
      "--check and --watch cannot be combined",
    ],
    [["diff", "garden.yaml"], "diff needs two documents or two folders, not 1"],
    [["diff", "garden.yaml", "garden.yaml", "--format", "html"], "--format must be text, markdown or json"],
    [["lint"], "missing argument: a document"],
  ])("refuses %j with a message and help", async (args, message) => {
    const { code, out, err } = await project.run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.startsWith(message)).toBe(true);
    expect(err).toContain("\n\nconfluent-cloud-sdk");
  });
});
