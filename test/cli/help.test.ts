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
    [["--help"], "generate   make a module"],
    [["help"], "generate   make a module"],
    [["generate", "--help"], "confluent-cloud-sdk generate <document or folder>... --out DIR"],
    [["diff", "-h"], "confluent-cloud-sdk diff OLD NEW"],
    [["lint", "--help"], "confluent-cloud-sdk lint <document>..."],
  ])("explains itself: %j", async (args, text) => {
    const { code, out, err } = await project.run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(text);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it("says its version", async () => {
    expect(await project.run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [[], "what is to be done?"],
    [["gen"], 'there is no "gen"'],
    [["generate"], "which document?"],
    [["generate", "garden.yaml"], "--out says which folder to write to"],
    [["generate", "garden.yaml", "--out", "api", "--chek"], "Unknown option '--chek'"],
    [
      ["generate", "garden.yaml", "--out", "api", "--check", "--watch"],
      "--check and --watch do not go together",
    ],
    [["diff", "garden.yaml"], "which two documents, or which two folders?"],
    [["diff", "garden.yaml", "garden.yaml", "--format", "html"], "--format is text, markdown or json"],
    [["lint"], "which document?"],
  ])("says what is wrong with %j, and then how it is done", async (args, message) => {
    const { code, out, err } = await project.run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.startsWith(message)).toBe(true);
    expect(err).toContain("\n\nconfluent-cloud-sdk");
  });
});
