import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { childrenOf, isRunning } from "../support/processes.js";
import { listen } from "../support/server.js";
import { createProject, outcomeOf, PACKAGE, type Outcome, type Project } from "./command.js";

let project: Project;
beforeAll(async () => {
  project = await createProject();
  const { folder } = project;
  await copyFile(join(PACKAGE, "test/fixtures/contract/workshop.yaml"), join(folder, "workshop.yaml"));
  await writeFile(join(folder, "torn.yaml"), "openapi: 3.0.3\npaths: [\n");
  await writeFile(
    join(folder, "mistaken.yaml"),
    "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths:\n  /a:\n",
  );
  await writeFile(join(folder, "notes.yaml"), "title: Notes\n");
  await writeFile(
    join(folder, "bare.yaml"),
    "openapi: 3.0.3\ninfo: { title: Bare, version: '1' }\npaths: {}\n",
  );
  await writeFile(join(folder, "split.yaml"), "openapi: 3.0.3\npaths: { /a: { $ref: a.yaml } }\n");
  await mkdir(join(folder, "shop"));
  await copyFile(join(folder, "workshop.yaml"), join(folder, "shop/workshop.yaml"));
  await writeFile(
    join(folder, "shop/workshop.overlay.yaml"),
    `overlay: 1.0.0
info: { title: Hours, version: "1" }
actions: [{ target: "$.paths['/shop/v1/tools']", remove: true }]
`,
  );
  await mkdir(join(folder, "empty"));
});
afterAll(() => project.remove());

interface Mock {
  readonly child: ChildProcessWithoutNullStreams;
  readonly url: string;
  readonly outcome: Promise<Outcome>;
}

/** Starts the command, and waits until it listens. */
async function startMock(...args: readonly string[]): Promise<Mock> {
  const child = project.start(["mock", "--port", "0", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const outcome = outcomeOf(child);
  const listening = new Promise<string>((resolve) => {
    let printed = "";
    child.stdout.on("data", (text: string) => {
      const [, url] = /^listening on (\S+)\n$/.exec((printed += text)) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const failed = outcome.then(({ err }) => Promise.reject(new Error(err)));
  // Prevents an unhandled rejection.
  failed.catch(() => undefined);
  return { child, url: await Promise.race([listening, failed]), outcome };
}

const authorization = `Basic ${btoa("any:any")}`;
const PAGE = "https://page.example";

/** The statuses of paths, for a client that has credentials. */
async function statusesOf(url: string, ...paths: readonly string[]): Promise<readonly number[]> {
  const responses = paths.map((path) => fetch(url + path, { headers: { authorization } }));
  return (await Promise.all(responses)).map(({ status }) => status);
}

async function corsOf(response: Response): Promise<readonly string[]> {
  await response.arrayBuffer();
  return [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
}

const SERVERS: readonly (readonly [name: string, options: readonly string[]])[] = [
  ["Prism", []],
  ["the fake", ["--fake"]],
];

describe.each(SERVERS)("mock serves by %s", (_name, options) => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "what it is given, until %s, and leaves no process",
    async (signal) => {
      const { child, url, outcome } = await startMock("workshop.yaml", ...options);
      expect(await statusesOf(url, "/shop/v1/hours", "/shop/v1/tools", "/pim/v1/integrations")).toEqual([
        200, 200, 404,
      ]);
      const children = await childrenOf(child.pid ?? 0);
      expect(children).toHaveLength(options.length === 0 ? 1 : 0);

      child.kill(signal);
      expect(await outcome).toEqual({ code: 0, out: `listening on ${url}\n`, err: "" });
      expect(children.filter(isRunning)).toEqual([]);
      await expect(fetch(url)).rejects.toThrow("fetch failed");
    },
  );

  it("the services of this package unless it is given documents", async () => {
    const { url } = await startMock(...options);
    expect(await statusesOf(url, "/org/v2/environments", "/org/v2/nothing")).toEqual([200, 404]);
    expect((await fetch(`${url}/org/v2/environments`)).status).toBe(401);
  });

  it("several documents, and those of folders with their overlays", async () => {
    const { url } = await startMock("garden.yaml", "shop", ...options);
    expect(await statusesOf(url, "/shop/v1/hours", "/shop/v1/tools")).toEqual([200, 404]);
    const [garden = 0] = await statusesOf(url, "/garden/v1/plants");
    expect(garden).not.toBe(404);
  });

  it("standard input", async () => {
    const child = project.start(["mock", "-", "--port", "0", ...options]);
    onTestFinished(() => void child.kill("SIGKILL"));
    child.stdin.end('{"/shed/v1/tools":{"get":{"responses":{"204":{"description":"None."}}}}}');
    const [text] = (await once(child.stdout, "data")) as [Buffer];
    const url = text.toString().trim().replace("listening on ", "");
    expect(await statusesOf(url, "/shed/v1/tools")).toEqual([204]);
  });

  it("other origins only with --cors", async () => {
    const preflight = {
      method: "OPTIONS",
      headers: {
        origin: PAGE,
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization",
      },
    };
    const closed = await startMock("workshop.yaml", ...options);
    const open = await startMock("workshop.yaml", "--cors", ...options);
    const hours = "/shop/v1/hours";
    expect(await corsOf(await fetch(closed.url + hours, preflight))).toEqual([]);
    expect(await corsOf(await fetch(closed.url + hours, { headers: { origin: PAGE } }))).toEqual([]);

    const answered = await fetch(open.url + hours, preflight);
    expect(answered.status).toBe(204);
    expect(answered.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(answered.headers.get("access-control-allow-methods")).toContain("GET");
    expect(answered.headers.get("access-control-allow-headers")).toBe("authorization");
    const read = await fetch(open.url + hours, { headers: { origin: PAGE } });
    expect(read.status).toBe(200);
    expect(read.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it("no port that is in use", async () => {
    const { server } = await listen();
    const { port } = server.address() as AddressInfo;
    expect(await project.run(["mock", "workshop.yaml", "--port", `${port}`, ...options])).toEqual({
      code: 2,
      out: "",
      err: `port ${port} is in use: choose another one, or 0 for any that is free\n`,
    });
  });

  it.each([
    ["nope.yaml", /^nope\.yaml: there is no such file\n$/],
    ["empty", /^empty: no OpenAPI document in this folder \(it has no YAML or JSON files\)\n$/],
    ["torn.yaml", /^torn\.yaml:\d+:\d+: [^\n]+\n$/],
    ["notes.yaml", /^notes\.yaml: [^\n]+\n$/],
    ["bare.yaml", /^bare\.yaml: there is no operation\n$/],
    ["split.yaml", /^split\.yaml:2:\d+: "a\.yaml" points to another document[^\n]+\n$/],
    ["", /^an argument is empty\n[^\n]+\n$/],
    ["mistaken.yaml", /^mistaken\.yaml#\/paths\/~1a: must be a mapping, and is empty\n$/],
  ])("not %s, and says why in a line", async (document, message) => {
    const { code, out, err } = await project.run(["mock", document, "--port", "0", ...options]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("not two descriptions of one operation", async () => {
    const documents = ["workshop.yaml", "shop/workshop.yaml"];
    const { code, out, err } = await project.run(["mock", ...documents, "--port", "0", ...options]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^shop\/workshop\.yaml: GET \/shop\/v1\/tools\/\{id\} is in workshop\.yaml, too\n$/);
  });
});

describe("mock", () => {
  it("fails when Prism ends while it serves, and says so", async () => {
    const { child, url, outcome } = await startMock("workshop.yaml");
    const [prism = 0] = await childrenOf(child.pid ?? 0);
    process.kill(prism, "SIGKILL");
    expect(await outcome).toEqual({
      code: 1,
      out: `listening on ${url}\n`,
      err: "Prism ended by SIGKILL. It printed:\nnothing\n",
    });
  });

  it.each(["SIGINT", "SIGHUP"] as const)(
    "ends well when a terminal sends %s to Prism, too",
    async (signal) => {
      const { child, outcome } = await startMock("workshop.yaml");
      const [prism = 0] = await childrenOf(child.pid ?? 0);
      process.kill(prism, signal);
      child.kill(signal);
      expect(await outcome).toMatchObject({ code: 0, err: "" });
      expect(isRunning(prism)).toBe(false);
    },
  );

  it("ends when it is stopped before it listens", async () => {
    const child = project.start(["mock", "--port", "0"]);
    const outcome = outcomeOf(child);
    await vi.waitFor(async () => expect(await childrenOf(child.pid ?? 0)).toHaveLength(1), {
      timeout: 10_000,
    });
    const children = await childrenOf(child.pid ?? 0);
    child.kill("SIGINT");
    expect(await outcome).toEqual({ code: 0, out: "", err: "" });
    expect(children.filter(isRunning)).toEqual([]);
  });

  it("prints the stack of what is a bug, and no user can correct", async () => {
    // As a bug of the testing tools would: what they are given has no such method.
    const bug = `data:text/javascript,${encodeURIComponent(
      `Object.defineProperty(globalThis, "URL", { value: new Proxy(URL, {
         construct: (target, args) => { if (String(args[0]).includes("serve-documents")) throw new TypeError("a bug"); return new target(...args); } }) });`,
    )}`;
    const { code, out, err } = await project.run(["mock", "workshop.yaml", "--port", "0"], {
      node: ["--import", bug],
    });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^internal error: TypeError: a bug\n +at /);
  });

  it.each([
    [["--prot", "1"], "unknown option --prot: did you mean --port?"],
    [["--port"], "--port needs a value"],
    [["--port", "65536"], '--port must be a whole number from 0 to 65535, not "65536"'],
    [["--port", "-1"], '--port must be a whole number from 0 to 65535, not "-1"'],
    [["--port=-1"], '--port must be a whole number from 0 to 65535, not "-1"'],
    [["--port", "-.5"], '--port must be a whole number from 0 to 65535, not "-.5"'],
    [["--port", "abc"], '--port must be a whole number from 0 to 65535, not "abc"'],
    [["--port", "1e3"], '--port must be a whole number from 0 to 65535, not "1e3"'],
    [["--port", "--fake"], "--port needs a value"],
    [["--port", "-"], '--port must be a whole number from 0 to 65535, not "-"'],
    [["-1"], "unknown option -1"],
    [["--fake=yes"], "--fake takes no value"],
  ])("refuses %j", async (args, message) => {
    expect(await project.run(["mock", ...args])).toEqual({
      code: 2,
      out: "",
      err: `${message}\nconfluent-cloud-sdk mock --help shows how it is used\n`,
    });
  });
});
