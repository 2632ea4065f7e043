import { copyFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompleteResponse } from "../support/respond.js";
import { serve, type TestServer } from "../support/server.js";
import { createProject, PACKAGE, type Outcome, type Project } from "./command.js";

const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  readonly JSDOM: new (text: string, options: { readonly contentType: string }) => object;
};

let project: Project;
beforeAll(async () => {
  project = await createProject();
  await copyFile(
    join(PACKAGE, "test/fixtures/contract/workshop.yaml"),
    join(project.folder, "workshop.yaml"),
  );
});
afterAll(() => project.remove());

const TOOL = { id: "tool-1a", kind: "Hammer", spec: { type: "HAND" }, colour: "red" };
const HEADERS = { "X-Request-Id": "r-1", "X-RateLimit-Remaining": "9" };

/** A service with two drifts: an error, and a notice. */
function drifting(path: string): CompleteResponse {
  if (path === "/shop/v1/hours") return { body: { open: "always" } };
  if (path !== "/shop/v1/tools") return { headers: HEADERS, body: TOOL };
  return { headers: HEADERS, body: { data: [TOOL], metadata: { next: null } } };
}

const startDrifting = (): Promise<TestServer> => serve(({ url }) => drifting(url.split("?")[0] ?? ""));

async function contract(url: string, ...options: readonly string[]): Promise<Outcome> {
  return project.run(["contract", "workshop.yaml", "--base-url", url, "--no-auth", ...options]);
}

describe("contract", () => {
  it("says what differs, where, and how often, and fails", async () => {
    const server = await startDrifting();
    expect(await contract(server.url)).toEqual({
      code: 1,
      err: "",
      out: `✗ error    response 200 > body.kind: \`Hammer\` is none of the documented values (2 times)
           GET /shop/v1/tools, GET /shop/v1/tools/{id}
           → add the value, or leave the enum open with x-extensible-enum
           workshop.yaml#/components/schemas/Tool/properties/kind/enum (enum-value-undocumented)
· notice   response 200 > body: the member \`colour\` is not documented (2 times)
           GET /shop/v1/tools, GET /shop/v1/tools/{id}
           → document the member
           workshop.yaml#/components/schemas/Tool (member-undocumented)
· notice   response 200 > header x-ratelimit-remaining: the header x-ratelimit-remaining is not documented
           GET /shop/v1/tools/{id}
           → document the header
           workshop.yaml#/paths/~1shop~1v1~1tools~1{id}/get/responses/200/headers (header-undocumented)
1 error, 2 notices in 3 responses of 3 operations
`,
    });
    expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  it("does not fail on less than it is told to", async () => {
    const { url } = await serve(({ url: path }) => {
      const response = drifting(path);
      return {
        ...response,
        body: JSON.parse(JSON.stringify(response.body).replaceAll("Hammer", "Saw")) as unknown,
      };
    });
    expect((await contract(url)).code).toBe(0);
    expect((await contract(url, "--fail-on", "warning")).code).toBe(0);
    expect((await contract(url, "--fail-on", "notice")).code).toBe(1);
  });

  it("prints Markdown, and folds what breaks nothing", async () => {
    const { url } = await startDrifting();
    const { out } = await contract(url, "--format", "markdown");
    expect(out).toContain(
      "**1 error, 2 notices in 3 responses of 3 operations**\n\n### ✗ error: breaks programs (1)\n\n",
    );
    expect(out).toContain(
      "- `response 200 > body.kind`: `Hammer` is none of the documented values (2 times)\\\n",
    );
    expect(out).toContain("<details><summary>· notice: nothing breaks (2)</summary>");
  });

  it("prints JUnit XML, with a case for each operation", async () => {
    const { url } = await startDrifting();
    const { code, out } = await contract(url, "--format", "junit");
    expect(code).toBe(1);
    expect(out).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="contract">\n/);
    expect(out).toContain('<testsuite name="workshop.yaml" tests="3" failures="2" errors="0" skipped="0">');
    expect(
      Array.from(
        out.matchAll(/<testcase classname="workshop\.yaml" name="(.+?)"(\/?)>/g),
        ([, name, end]) => [name, end],
      ),
    ).toEqual([
      ["GET /shop/v1/tools", ""],
      ["GET /shop/v1/hours", "/"],
      ["GET /shop/v1/tools/{id}", ""],
    ]);
    expect(out).toContain(
      '<failure type="enum-value-undocumented" message="response 200 &gt; body.kind: `Hammer` is none of the documented values (2 times)">',
    );
    expect(out).toMatch(/<system-out>notice member-undocumented: [^<]+<\/system-out>/);
    // An XML parser, which refuses what is not well-formed.
    expect(() => new JSDOM(out, { contentType: "text/xml" })).not.toThrow();
  });

  it("prints annotations for GitHub, beside the lines of the document", async () => {
    const { url } = await startDrifting();
    const { out } = await contract(url, "--format", "github");
    expect(out).toMatch(
      /^::error file=workshop\.yaml,line=\d+,col=\d+,title=enum-value-undocumented::GET \/shop\/v1\/tools, GET \/shop\/v1\/tools\/\{id\}: response 200 > body\.kind: `Hammer` is none/m,
    );
    expect(out).toMatch(/^::notice file=workshop\.yaml,.+title=member-undocumented::/m);
  });

  it("prints JSON for a program", async () => {
    const { url } = await startDrifting();
    const { out } = await contract(url, "--format", "json");
    const report = JSON.parse(out) as {
      drifts: readonly { kind: string; count: number }[];
      skipped: readonly object[];
    };
    expect(report.drifts.map(({ kind, count }) => [kind, count])).toEqual([
      ["enum-value-undocumented", 2],
      ["member-undocumented", 2],
      ["header-undocumented", 1],
    ]);
    expect(report.skipped).toEqual([]);
  });

  it("sends no more requests than it is told to, and says what was not called", async () => {
    const server = await startDrifting();
    const { code, out } = await contract(server.url, "--max-requests", "2");
    expect(code).toBe(1);
    expect(server.requests).toHaveLength(2);
    expect(out).toContain("- without a response: GET /shop/v1/tools/{id}\n  --max-requests 2 was reached\n");
    expect(out).toMatch(/; 1 operation without a response\n$/);
  });

  it("takes values for parameters", async () => {
    const server = await startDrifting();
    await contract(server.url, "--param", "id=tool-9z");
    expect(server.requests.map(({ url }) => url)).toContain("/shop/v1/tools/tool-9z");
  });

  it("sends the values of optional parameters, too", async () => {
    const server = await startDrifting();
    await contract(server.url, "--param", "page_size=7");
    expect(server.requests.map(({ url }) => url)).toContain("/shop/v1/tools?page_size=7");
  });

  it("reads a recording", async () => {
    const response = { status: 200, headers: [{ name: "content-type", value: "application/json" }] };
    const entry = {
      request: { method: "GET", url: "https://workshop.example/shop/v1/hours" },
      response: { ...response, content: { text: '{"open":1}' } },
    };
    await writeFile(join(project.folder, "session.har"), JSON.stringify({ log: { entries: [entry] } }));
    const { code, out } = await project.run(["contract", "workshop.yaml", "--har", "session.har"]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /body\.open: the type is integer, and string is documented\n[^]*\n1 error in 1 response of 1 operation\n$/,
    );
  });

  it("reads a recording but for the entries of another form, and names these", async () => {
    const response = { status: 200, headers: [{ name: "content-type", value: "application/json" }] };
    const entry = {
      request: { method: "GET", url: "https://workshop.example/shop/v1/hours" },
      response: { ...response, content: { text: '{"open":"always"}' } },
    };
    const entries = ["none", { ...entry, response: 200 }, entry, ...Array.from({ length: 20 }, () => 5)];
    await writeFile(join(project.folder, "torn.har"), JSON.stringify({ log: { entries } }));
    const { code, out, err } = await project.run(["contract", "workshop.yaml", "--har", "torn.har"]);
    expect({ code, out }).toEqual({
      code: 0,
      out: "no drift in 1 response of 1 operation; 22 entries not read\n",
    });
    const lines = err.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      "skipped torn.har#/log/entries/0: is not an object",
      "skipped torn.har#/log/entries/1/response: is not an object",
    ]);
    expect(lines.slice(-2)).toEqual(["skipped torn.har: 2 more", ""]);
  });

  it("checks the services of this package unless it is given documents", async () => {
    const { url } = await serve({
      status: 503,
      body: { errors: [{ detail: "Later." }] },
      headers: { "Retry-After": "0" },
    });
    const { code, out } = await project.run([
      "contract",
      "--service",
      "endpoint-v1",
      "--base-url",
      url,
      "--no-auth",
      "--param",
      "environment=env-1",
    ]);
    expect(code).toBe(0);
    expect(out).toContain("GET /endpoint/v1/endpoints");
    expect(out).toContain("endpoint-v1.json#/");
  });
});
