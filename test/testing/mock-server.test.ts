import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { apiKey, ConnectionError, createClient, NotFoundError, stsToken } from "../../src/index.js";
import { SetupError, startMockServer } from "../../src/testing/index.js";
import { childrenOf, isRunning } from "../support/processes.js";
import { listen } from "../support/server.js";

const auth = apiKey({ key: "any", secret: "any" });
const environment = "env-00000";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-server-"));
});
afterAll(() => rm(folder, { recursive: true }));

const toolsOf = (path: string): string =>
  JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Tools", version: "1" },
    paths: { [path]: { get: { responses: { 204: { description: "None." } } } } },
  });

/** SCIM has members of this name. */
const WITH_REFERENCE = JSON.stringify({
  openapi: "3.0.3",
  info: { title: "SCIM", version: "1" },
  paths: {
    "/groups": {
      get: {
        responses: {
          200: {
            description: "All.",
            content: { "application/json": { example: [{ $ref: "https://scim.example/1" }] } },
          },
        },
      },
    },
  },
});

async function document(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("startMockServer", () => {
  test("serves every service of the client, until it is closed", async () => {
    const server = await startMockServer();
    const confluent = createClient({ baseUrl: server.url, auth, retry: false });

    const found = await confluent.org.v2.environments.list().toArray();
    expect(found.length).toBeGreaterThan(1);
    expect((await confluent.pim.v1.integrations.list({ environment }).toArray()).length).toBe(5);
    expect((await confluent.pim.v2.integrations.list({ environment }).toArray()).length).toBeGreaterThan(1);
    const missing = { headers: { Prefer: "code=404" } };
    await expect(confluent.org.v2.environments.get(environment, undefined, missing)).rejects.toThrow(
      NotFoundError,
    );

    await server.close();
    await server.close();
    await expect(confluent.org.v2.environments.get(environment)).rejects.toThrow(ConnectionError);
  });

  test("keeps an idle connection for longer than a busy machine delays a client", async () => {
    const server = await startMockServer();
    await fetch(server.url);
    expect((await fetch(server.url)).headers.get("keep-alive")).toBe("timeout=60");
    await server.close();
  });

  test("exchanges tokens for the same client", async () => {
    const server = await startMockServer();
    const sts = stsToken({ identityPoolId: "pool-00000", subjectToken: "header.payload.signature" });
    const confluent = createClient({ baseUrl: server.url, auth: sts });
    expect((await confluent.pim.v1.integrations.get("cspi-00000", { environment })).id).toBe("cspi-00000");
    await server.close();
  });

  test("serves own documents, by path or URL", async () => {
    const documents = [
      await document("shed.json", toolsOf("/shed/v1/tools")),
      pathToFileURL(await document("barn.json", toolsOf("/barn/v1/tools"))),
    ];
    const server = await startMockServer({ documents });
    const statuses = ["/shed/v1/tools", "/barn/v1/tools", "/pim/v1/integrations"].map(
      async (path) => (await fetch(server.url + path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([204, 204, 404]);
    await server.close();
  });

  test("serves a single document", async () => {
    const server = await startMockServer({ document: "openapi/pim-v1.yaml" });
    expect((await fetch(`${server.url}/org/v2/environments`)).status).toBe(404);
    expect((await fetch(`${server.url}/pim/v1/integrations`)).status).toBe(401);
    await server.close();
  });

  test.each([
    ["a document that is not there", ["missing.yaml"], /^missing\.yaml: there is no such file$/],
    ["a folder", ["openapi"], /^openapi: it is a folder, not a file$/],
    [
      "a text without an operation",
      [{ name: "bare", text: '{"openapi":"3.0.3","paths":{}}' }],
      /^bare: there is no operation$/,
    ],
    ["a text that is no YAML", [{ name: "torn", text: "openapi: [" }], /^torn: /],
    ["a document that is no OpenAPI", ["redocly.yaml"], /^redocly\.yaml: Unsupported document format/],
    [
      "two descriptions of one operation",
      ["openapi/pim-v1.yaml", "openapi/released/0.1.0/pim-v1.yaml"],
      /0\.1\.0\/pim-v1\.yaml: GET \/pim\/v1\/integrations is in openapi\/pim-v1\.yaml, too/,
    ],
    [
      "an example with what Prism takes for a reference",
      [{ name: "scim", text: WITH_REFERENCE }],
      /^scim: "https:\/\/scim\.example\/1" stands in an example or an extension, and Prism would load it: /,
    ],
    ["no document", [], /`documents` is empty/],
  ])("refuses %s, and names it", async (_what, documents, message) => {
    const error: unknown = await startMockServer({ documents }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SetupError);
    expect((error as Error).message).toMatch(message);
  });

  test("refuses `document` beside `documents`", async () => {
    const both = { document: "a.yaml", documents: ["b.yaml"] };
    await expect(startMockServer(both)).rejects.toThrow("`document` and `documents` are both given");
  });

  test.each([-1, 1.5, 65_536])("refuses the port %d", async (port) => {
    await expect(startMockServer({ port })).rejects.toThrow(
      `the port must be a whole number from 0 to 65535, not ${port}`,
    );
  });

  test("refuses a port that is in use, and names it", async () => {
    const { server } = await listen();
    const { port } = server.address() as AddressInfo;
    const starting = startMockServer({ document: { name: "shed", text: toolsOf("/shed/v1/tools") }, port });
    await expect(starting).rejects.toThrow(
      new SetupError(`port ${port} is in use: choose another one, or 0 for any that is free`),
    );
  });

  test("says that it ended, when it is closed, and when it ended by itself", async () => {
    const document = { name: "shed", text: toolsOf("/shed/v1/tools") };
    const closed = await startMockServer({ document });
    await closed.close();
    await closed.ended;

    const before = await childrenOf(process.pid);
    const killed = await startMockServer({ document });
    const [child = 0] = (await childrenOf(process.pid)).filter((pid) => !before.includes(pid));
    process.kill(child, "SIGKILL");
    await expect(killed.ended).rejects.toThrow("Prism ended by SIGKILL. It printed:\nnothing");
    await killed.close();
  });

  test("leaves a signal that a terminal sends to a whole group to the program that started it", async () => {
    const before = await childrenOf(process.pid);
    const server = await startMockServer({ document: { name: "shed", text: toolsOf("/shed/v1/tools") } });
    const [child = 0] = (await childrenOf(process.pid)).filter((pid) => !before.includes(pid));
    for (const signal of ["SIGINT", "SIGTERM"]) process.kill(child, signal);
    expect((await fetch(`${server.url}/shed/v1/tools`)).status).toBe(204);
    await server.close();
    expect(isRunning(child)).toBe(false);
  });

  test("ends when the program that started it ends, even if it is killed", async () => {
    const program = await document(
      "program.mjs",
      `import { startMockServer } from ${JSON.stringify(pathToFileURL(resolve("dist/testing/index.js")).href)};
       await startMockServer({ document: process.argv[2] });
       console.log("listening");`,
    );
    const parent = spawn(process.execPath, [program, resolve("openapi/sts-v1.yaml")]);
    await once(parent.stdout, "data");
    const [pid = 0] = await childrenOf(parent.pid ?? 0);
    expect(isRunning(pid)).toBe(true);

    parent.kill("SIGKILL");
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5_000 });
  });

  test("says what to install when Prism is not installed", async () => {
    await cp("dist/testing", join(folder, "dist/testing"), { recursive: true });
    await document("package.json", '{ "type": "module" }');
    const testing = pathToFileURL(join(folder, "dist/testing/index.js")).href;
    const program = `import { startMockServer } from ${JSON.stringify(testing)};
      await startMockServer({ document: { name: "a.yaml", text: "" } }).catch(({ message }) => console.log(message));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", program],
      { cwd: folder },
    );
    expect(stdout).toBe("Prism is not installed: npm install --save-dev @stoplight/prism-cli@5.14.2\n");
  });
});
