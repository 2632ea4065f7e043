import { readFileSync } from "node:fs";

export interface Command {
  /** As a person would type it in the package's folder. */
  readonly line: string;
  readonly env?: Readonly<Record<string, string>>;
  /** It is vitest, whose tests are counted. */
  readonly isVitest?: true;
  /** What to do when it fails, where its own output does not say so. */
  readonly hint?: string;
}

export interface Stage {
  /** For `npm run verify -- <name>`. */
  readonly name: string;
  readonly commands: readonly Command[];
}

const API_HINT = "Is the change of the public API meant? Then accept it: npm run accept:api";

/** Tests that make real calls, for vitest's `vmThreads`, whose realm is not Node's own. */
const IN_ANOTHER_REALM =
  "test/pipeline/network-failure.test.ts test/pipeline/foreign-fetch.test.ts test/pipeline/jsdom.test.ts test/client/middleware.test.ts";

/** Tests of what runs in a user's Node. The rest tries the pipeline, whose output is the same in each. */
const RUN_BY_USERS = [
  "auth",
  "cli",
  "client",
  "errors",
  "events",
  "http",
  "paging",
  "pipeline",
  "testing",
  "time",
]
  .map((folder) => `test/${folder}/`)
  .join(" ");

/** All that must hold before a change lands, in the order in which it is checked. */
export function stages(): readonly Stage[] {
  return [
    { name: "lint", commands: [{ line: "npm run lint" }] },
    { name: "generate", commands: [{ line: "npm run generate -- --check" }] },
    {
      name: "package",
      commands: [
        { line: "npm run build" },
        { line: "npx api-extractor run -c docs/api/index.extractor.json", hint: API_HINT },
        { line: "npx api-extractor run -c docs/api/openapi-fetch.extractor.json", hint: API_HINT },
        { line: "npx api-extractor run -c docs/api/testing.extractor.json", hint: API_HINT },
        { line: "npx publint --strict" },
        { line: "npx attw --pack . --profile esm-only" },
      ],
    },
    { name: "diff", commands: [{ line: "npm run diff:release" }] },
    { name: "test", commands: [vitest("npx vitest run")] },
    {
      name: "types",
      commands: [
        { line: "npm ci --silent --prefix test/consumers" },
        vitest("npx vitest run --config test/consumers/vitest.config.ts"),
      ],
    },
    {
      name: "realms",
      commands: [
        { line: "npm run build" },
        { line: "npm ci --silent --ignore-scripts --prefix test/jest" },
        {
          line: "node --experimental-vm-modules test/jest/node_modules/jest/bin/jest.js --config test/jest/jest.config.mjs",
        },
        vitest(`npx vitest run --pool=vmThreads ${IN_ANOTHER_REALM}`),
      ],
    },
    {
      name: "runtimes",
      commands: [
        { line: "node runtimes/install.mjs --chromium" },
        vitest("npx vitest run --config runtimes/vitest.config.mjs"),
      ],
    },
    {
      name: "fleet",
      commands: [
        { line: "node test/fleet/install.mjs" },
        vitest("npx vitest run --config test/fleet/vitest.config.ts"),
      ],
    },
    { name: "faults", commands: [vitest("npx vitest run test/faults", { FAULT_CALLS: "10000" })] },
    {
      name: "nodes",
      commands: [
        { line: "node runtimes/install.mjs" },
        ...otherNodes().map((name) =>
          vitest(`runtimes/node_modules/${name}/bin/node node_modules/vitest/vitest.mjs run ${RUN_BY_USERS}`),
        ),
      ],
    },
    { name: "demo", commands: [{ line: "npm run demo" }] },
  ];
}

function vitest(line: string, env: Readonly<Record<string, string>> = {}): Command {
  return { line, env, isVitest: true };
}

/** The versions of Node that `runtimes/package.json` installs, each under its own name, but for the one that runs this. */
function otherNodes(): string[] {
  const { dependencies } = JSON.parse(readFileSync("runtimes/package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  const [major] = process.versions.node.split(".");
  return Object.keys(dependencies).filter((name) => /^node\d+$/.test(name) && name !== `node${major}`);
}
