import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { version } from "../src/util/version.js";
import { installInto, pack } from "../test/support/pack.js";
import { runInPage, startChromium } from "./browser.js";
import { expected } from "./expected.js";
import { startConfluent } from "./server.js";
import { startWorkerd } from "./workerd.js";

/** The package as npm would publish it, in every runtime that it is meant for: the same program, and what it must see. */

const run = promisify(execFile);
const packages = resolve("runtimes/node_modules");
let project;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "runtimes-"));
  const { path } = await pack(project);
  await installInto(project, [path]);
  await cp("runtimes/programs", project, { recursive: true });
});

afterAll(() => rm(project, { recursive: true, force: true }));

const nodes = ["node20", "node22", "node24", "node26"].map((name) => [
  name,
  `${packages}/${name}/bin/node`,
  [],
]);
const others = [
  ["Bun", `${packages}/@oven/bun-linux-x64/bin/bun`, ["run"]],
  [
    "Deno",
    `${packages}/@deno/linux-x64-glibc/deno`,
    ["run", "--no-remote", "--allow-net", "--allow-env", "--allow-read"],
  ],
];

describe.each([...nodes, ...others])("%s", (_, executable, options) => {
  test.each(["module.js", "commonjs.cjs"])("%s", async (program) => {
    const server = await startConfluent();
    const args = [...options, program, server.url];
    const { stdout, stderr } = await run(executable, args, { cwd: project, env: withoutCredentials() });
    expect(JSON.parse(stdout)).toEqual(expected({ hasFiles: true }));
    expect(stderr).toBe("");
    expect(server.elsewhere.requests).toEqual([]);
    expect(userAgentsOf(server)).toEqual(ours);
  });
});

// At older dates, a redirect that workerd follows itself takes `Authorization` to another origin.
test.each(["2023-01-01", "2024-01-01", "2025-11-01"])("workerd as of %s", async (date) => {
  const server = await startConfluent();
  const worker = await startWorkerd(`${packages}/@cloudflare/workerd-linux-64/bin/workerd`, project, date);
  onTestFinished(worker.close);
  const response = await fetch(`${worker.url}/?server=${server.url}`);
  expect(await response.json()).toEqual(expected({ hasFiles: false }));
  expect(server.elsewhere.requests).toEqual([]);
  expect(userAgentsOf(server)).toEqual(ours);
});

describe("Chromium", () => {
  let browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test("through an import map", () => seesTheSame("import-map.html"));

  test("bundled by esbuild", async () => {
    const entryPoints = [join(project, "page.js")];
    const outfile = join(project, "bundle.js");
    await build({ entryPoints, outfile, bundle: true, minify: true, format: "esm", logLevel: "error" });
    await seesTheSame("bundled.html");
  });

  /** The page and the service are two origins: the service has to let the page's credentials through. */
  async function seesTheSame(page) {
    const server = await startConfluent();
    const seen = await runInPage(browser, project, page, server.url);
    expect(seen).toEqual(expected({ hasFiles: false, showsRedirects: false }));
    expect(server.elsewhere.requests).toEqual([]);
    // A page cannot say what sends its requests.
    expect(userAgentsOf(server)).toEqual([expect.stringMatching(/^Mozilla/)]);
  }
});

const ours = [`scenario/1.0 confluent-cloud-sdk/${version}`, `confluent-cloud-sdk/${version}`];

function userAgentsOf({ requests }) {
  return [...new Set(requests.map(({ headers }) => headers["user-agent"]))];
}

/** This process's own environment, which must not hand out what the program is to do without. */
function withoutCredentials() {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("CONFLUENT_"));
  return Object.fromEntries(entries);
}
