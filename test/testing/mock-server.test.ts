import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { apiKey, ConnectionError, createClient, NotFoundError, stsToken } from "../../src/index.js";
import { startMockServer } from "../../src/testing/index.js";

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
    [
      "a document that is not there",
      ["missing.yaml"],
      /missing\.yaml: .*ENOENT|missing\.yaml: Error opening/,
    ],
    ["a document that is no OpenAPI", ["redocly.yaml"], /redocly\.yaml: Unsupported document format/],
    [
      "two descriptions of one operation",
      ["openapi/pim-v1.yaml", "openapi/released/0.1.0/pim-v1.yaml"],
      /0\.1\.0\/pim-v1\.yaml: GET \/pim\/v1\/integrations is in openapi\/pim-v1\.yaml, too/,
    ],
    ["no document", [], /`documents` is empty/],
  ])("refuses %s, and names it", async (_what, documents, message) => {
    await expect(startMockServer({ documents })).rejects.toThrow(message);
  });

  test("ends when the program that started it ends, even if it is killed", async () => {
    const program = await document(
      "program.mjs",
      `import { spawn } from "node:child_process";
       const [, , ...args] = process.argv;
       const server = spawn(process.execPath, args);
       server.stdout.on("data", () => console.log(server.pid));
       server.stderr.pipe(process.stderr);`,
    );
    const prism = resolve("node_modules/@stoplight/prism-cli/package.json");
    const args = [program, "dist/testing/serve-documents.js", prism, "{}", "openapi/sts-v1.yaml"];
    const parent = spawn(process.execPath, args);
    const [output] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(output.toString());
    expect(isRunning(pid)).toBe(true);

    parent.kill("SIGKILL");
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5_000 });
  });

  test("says what to install when Prism is not installed", async () => {
    await cp("dist/testing", join(folder, "dist/testing"), { recursive: true });
    await document("package.json", '{ "type": "module" }');
    const testing = pathToFileURL(join(folder, "dist/testing/index.js")).href;
    const program = `import { startMockServer } from ${JSON.stringify(testing)};
      await startMockServer({ documents: ["a.yaml"] }).catch(({ message }) => console.log(message));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", program],
      { cwd: folder },
    );
    expect(stdout).toBe("Prism is not installed: npm install --save-dev @stoplight/prism-cli@5.14.2\n");
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
