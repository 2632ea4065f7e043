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
    [["help", "diff"], "confluent-cloud-sdk diff OLD NEW"],
    [["generate", "--help"], "confluent-cloud-sdk generate DOCUMENT... --out DIR"],
    [["diff", "-h"], "confluent-cloud-sdk diff OLD NEW"],
    [["contract", "--help"], "confluent-cloud-sdk contract [DOCUMENT...]"],
    [["lint", "--help"], "confluent-cloud-sdk lint DOCUMENT..."],
    [["mock", "--help"], "confluent-cloud-sdk mock [DOCUMENT...]"],
  ])("prints help for %j", async (args, text) => {
    const { code, out, err } = await project.run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(text);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it.each(["--version", "-v"])("prints its version for %s", async (option) => {
    expect(await project.run([option])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [[], "missing command: generate, diff, contract, lint, mock", ""],
    [["gen"], "unknown command gen: did you mean generate?", ""],
    [["lnit"], "unknown command lnit: did you mean lint?", ""],
    [["xyz"], "unknown command xyz", ""],
    [["--vresion"], "unknown option --vresion: did you mean --version?", ""],
    [["help", "genrate"], "unknown command genrate: did you mean generate?", ""],
    [["generate"], "missing argument: a document or folder", "generate"],
    [["generate", "garden.yaml"], "missing option: --out DIR, the folder to write to", "generate"],
    [
      ["generate", "garden.yaml", "-o", "api", "--chek"],
      "unknown option --chek: did you mean --check?",
      "generate",
    ],
    [["generate", "garden.yaml", "-o", "api", "-x"], "unknown option -x", "generate"],
    [["generate", "garden.yaml", "-o"], "-o needs a value", "generate"],
    [["generate", "garden.yaml", "--out", "--check"], "--out needs a value", "generate"],
    [["generate", "garden.yaml", "-o", "api", "--check=no"], "--check takes no value", "generate"],
    [
      ["generate", "garden.yaml", "--out", "api", "--check", "--watch"],
      "--check and --watch cannot be combined",
      "generate",
    ],
    [["generate", "-", "-o", "api", "--watch"], "standard input cannot be watched", "generate"],
    [
      ["generate", "garden.yaml", "-o", "api", "--format", "jsno"],
      '--format must be text, json or github, not "jsno": did you mean json?',
      "generate",
    ],
    [["diff", "garden.yaml"], "diff needs two documents or two folders, not 1", "diff"],
    [["diff", "-", "-"], "only one of the two can be standard input", "diff"],
    [
      ["diff", "garden.yaml", "garden.yaml", "--format", "html"],
      '--format must be text, markdown, json or github, not "html"',
      "diff",
    ],
    [["lint"], "missing argument: a document or folder", "lint"],
    [["mock", "--port", "many"], '--port must be a whole number from 0 to 65535, not "many"', "mock"],
  ])("refuses %j in two lines", async (args, message, command) => {
    const help = ["confluent-cloud-sdk", command, "--help"].filter((word) => word !== "").join(" ");
    expect(await project.run(args)).toEqual({
      code: 2,
      out: "",
      err: `${message}\n${help} shows how it is used\n`,
    });
  });
});
