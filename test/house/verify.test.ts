import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command, Stage } from "../../scripts/package/stages.js";

/** A project with vitest and two files of tests: `green` with two that pass, `red` with one that passes and one that fails. */
let project: string;
const vitest = `"${process.execPath}" "${resolve("node_modules/vitest/vitest.mjs")}" run --root .`;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "verify-"));
  const green = `test("one", () => {});`;
  for (const [name, second] of Object.entries({
    green: `test("two", () => {});`,
    red: `test("two", () => { expect(1).toBe(2); });`,
  })) {
    await writeFile(join(project, `${name}.test.js`), `${green}\n${second}\n`);
  }
  await writeFile(join(project, "broken.test.js"), `import "./missing.js";\n${green}\n`);
  await writeFile(join(project, "vitest.config.js"), "export default { test: { globals: true } };\n");
});

afterAll(() => rm(project, { recursive: true }));

/** Runs stages in a process of their own, as `npm run verify` does. */
function verify(...commands: Command[]): SpawnSyncReturns<string> {
  const stages: Stage[] = commands.map((command, index) => ({ name: `stage${index}`, commands: [command] }));
  const module = pathToFileURL(resolve("build/package/run-stages.js")).href;
  const program = `import { runStages } from "${module}"; process.exitCode = runStages(${JSON.stringify(stages)});`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: project,
    encoding: "utf8",
  });
}

const tests = (name: string): Command => ({ line: `${vitest} ${name}`, isVitest: true });
const prints = (text: string): Command => ({ line: `echo "${text}"` });

function lastLine(output: string): string {
  return output.trimEnd().split("\n").at(-1) ?? "";
}

test("all stages run, in order, and the last line counts the tests of all", () => {
  const { status, stdout } = verify(prints("first"), tests("green"), tests("green"), prints("last"));
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /\[stage0\] echo "first"\nfirst\n[^]*Tests .*2 passed[^]*\n\[stage3\] echo "last"\nlast\n/,
  );
  expect(lastLine(stdout)).toBe("4 passed, 0 failed");
});

test("a failed test ends the run, and is counted", () => {
  const { status, stdout, stderr } = verify(tests("green"), tests("red"), prints("never"));
  expect(status).toBe(1);
  expect(stdout).not.toContain("never");
  expect(stdout).toMatch(/stage1 +\d+ s {2}failed/);
  expect(stderr).toContain(`Failed (exit code 1): ${vitest} red`);
  expect(lastLine(stdout)).toBe("3 passed, 1 failed");
});

test("a command that fails without a test counts as one, and says what to do", () => {
  const { status, stdout, stderr } = verify({ line: "exit 3", hint: "Do this." }, prints("never"));
  expect(status).toBe(3);
  expect(stdout).not.toContain("never");
  expect(stderr).toContain("Failed (exit code 3): exit 3\nDo this.\n");
  expect(lastLine(stdout)).toBe("0 passed, 1 failed");
});

test("a file of tests that cannot be loaded counts as one", () => {
  const { status, stdout } = verify(tests("broken"));
  expect(status).toBe(1);
  expect(lastLine(stdout)).toBe("0 passed, 1 failed");
});

test("a stage that does not exist is named, with those that do", () => {
  const { status, stderr } = spawnSync(process.execPath, ["build/verify.js", "tests"], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no stage tests; choose from lint, .*demo\n$/);
});
