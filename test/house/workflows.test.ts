import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";

/* The rules of the workflows: what may publish runs nothing that a dependency could have changed. */

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly uses?: string;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = ".github/workflows";
const FILES = readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`);
/** A workflow that users copy is held to the same. */
const EXAMPLE = "examples/audit/.github/workflows/contract.yml";
const read = (file: string): string => readFileSync(file, "utf8");
const { permissions, jobs } = load(read(`${FOLDER}/release.yml`)) as Workflow;

/** The commands of a job, a line each. */
const commandsOf = ({ steps = [] }: Job): string[] =>
  steps.flatMap(({ run = "" }) => run.split("\n")).filter((line) => line !== "");

/** The actions of a job, without their versions. */
const actionsOf = ({ steps = [] }: Job): string[] =>
  steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses.replace(/@.*/, "")]));

describe("the release", () => {
  test("gives each job its own permissions, and none to all", () => {
    expect(permissions).toEqual({});
    expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions]))).toEqual({
      check: { contents: "read" },
      version: { contents: "write", "pull-requests": "write" },
      pack: { contents: "read" },
      publish: { "id-token": "write" },
      tag: { contents: "write" },
    });
  });

  test("lets one job publish, which npm trusts by its environment", () => {
    const trusted = Object.keys(jobs).filter((name) => jobs[name]?.environment !== undefined);
    expect(trusted).toEqual(["publish"]);
    expect(jobs["publish"]?.environment).toBe("npm");
    const publishing = Object.keys(jobs).filter((name) =>
      commandsOf(jobs[name] ?? {}).some((line) => /\bpublish\b/.test(line)),
    );
    expect(publishing).toEqual(["publish"]);
  });

  test("publishes a tarball that another job has made, and runs nothing else there", () => {
    const publish = jobs["publish"] ?? {};
    expect(commandsOf(publish)).toEqual(["npm publish ./*.tgz --ignore-scripts --provenance"]);
    expect(actionsOf(publish)).toEqual(["actions/setup-node", "actions/download-artifact"]);
    const [setup] = publish.steps ?? [];
    expect(setup?.with).toEqual({ "node-version": 24, "package-manager-cache": false });
  });

  test("builds and packs where nothing can be written", () => {
    const pack = jobs["pack"] ?? {};
    expect(actionsOf(pack)).toEqual(["actions/checkout", "actions/setup-node", "actions/upload-artifact"]);
    expect(pack.steps?.[0]?.with).toEqual({ "persist-credentials": false });
    expect(commandsOf(pack)).toContain("npm pack");
  });

  test("writes the tag without the repository", () => {
    expect(actionsOf(jobs["tag"] ?? {})).toEqual([]);
    expect(commandsOf(jobs["tag"] ?? {})).toEqual([expect.stringMatching(/^gh api /)]);
  });
});

describe.each([...FILES, EXAMPLE])("%s", (file) => {
  const workflow = load(read(file)) as Workflow;
  const uses = Object.values(workflow.jobs).flatMap((job) => [
    ...(job.uses === undefined ? [] : [job.uses]),
    ...(job.steps ?? []).flatMap((step) => step.uses ?? []),
  ]);

  test("pins each action by the hash of a commit", () => {
    expect(uses.filter((name) => !/^\.\/|@[0-9a-f]{40}$/.test(name))).toEqual([]);
  });

  test("says beside each hash which version it is", () => {
    const pinned = read(file).match(/@[0-9a-f]{40}.*/g) ?? [];
    expect(pinned.filter((text) => !/ # v\d+\.\d+\.\d+$/.test(text))).toEqual([]);
  });

  test("uses no stored secret, and gives a pull request from elsewhere no permissions", () => {
    expect(read(file)).not.toMatch(/\bsecrets\./);
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    expect(Object.values(workflow.permissions)).not.toContain("write");
  });
});
