import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pack } from "../support/pack.js";

/** The example project as a user has it: with the packed package, away from this repository. */

const run = promisify(execFile);
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "example-"));
  await cp("examples/audit", project, { recursive: true });
  const { path } = await pack(project);
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", path], { cwd: project });
}, 240_000);

afterAll(() => rm(project, { recursive: true, force: true }));

test("the example compiles", async () => {
  const { stdout } = await run("npm", ["run", "--silent", "check"], { cwd: project }).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(stdout).toBe("");
}, 60_000);

interface Result {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly { readonly startTime: number; readonly endTime: number }[];
}

test("the example's tests pass, without network and port", async () => {
  const { stdout } = await run("npx", ["vitest", "run", "--reporter=json"], { cwd: project }).catch(
    (error: unknown) => error as { stdout: string },
  );
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(stdout) as Result;
  const [{ startTime, endTime } = { startTime: 0, endTime: 0 }] = testResults;
  console.log(`examples/audit: ${numPassedTests} tests in ${Math.round(endTime - startTime)} ms`);
  expect(numPassedTests).toBeGreaterThan(0);
  expect(numPassedTests).toBe(numTotalTests);
}, 60_000);
