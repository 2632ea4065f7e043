import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bearerToken, createClient, type Api, type Paginated } from "../../../src/index.js";
import type { ScriptedResponse } from "../../support/respond.js";
import { serve, type TestServer } from "../../support/server.js";
import { generateFixtures } from "../fixtures.js";

type Call = (...args: unknown[]) => Promise<unknown> & Paginated<unknown>;

let folder: string;
let api: Api;

beforeAll(async () => {
  const names = ["streams-v3", "registry", "telemetry-v2", "links-v1", "compute-v2", "statements-v1"];
  const { files } = await generateFixtures(...names.map((name) => `${name}.yaml`));
  folder = await mkdtemp(join(tmpdir(), "walk-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  for (const [name, text] of files) {
    const { outputText } = ts.transpileModule(text, { compilerOptions });
    // A module of a service with streams imports their readers.
    const source = outputText.replaceAll(/"\.\.\/(.*)\.js"/g, (_, path: string) =>
      JSON.stringify(fileURLToPath(new URL(`../../../src/${path}.ts`, import.meta.url))),
    );
    await writeFile(join(folder, name.replace(/\.ts$/, ".js")), source);
  }
  ({ api } = (await import(pathToFileURL(join(folder, "index.js")).href)) as { api: Api });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A method of a generated client by its name; the types of methods are tested elsewhere. */
function method({ url }: TestServer, name: string): Call {
  const client: unknown = createClient({ api, baseUrl: url, auth: bearerToken("token") });
  return name.split(".").reduce((node, part) => (node as Record<string, unknown>)[part], client) as Call;
}

async function walk(
  answers: readonly unknown[],
  name: string,
  ...args: readonly unknown[]
): Promise<{ items: readonly unknown[]; urls: readonly string[] }> {
  const server = await serve(answers.map((body): ScriptedResponse => ({ body })));
  const items = await method(server, name)(...args).toArray();
  return { items, urls: server.requests.map(({ url }) => url) };
}

describe("A list of a generated client", () => {
  it("uses the token in the link to the next page", async () => {
    const pages = [
      { data: [{ id: "a" }], metadata: { next: "https://elsewhere.example.com/?page_token=2" } },
      { data: [{ id: "b" }], metadata: { next: null } },
    ];
    const { items, urls } = await walk(pages, "compute.v2.networks.list");
    expect(items).toEqual([{ id: "a" }, { id: "b" }]);
    expect(urls).toEqual([
      "/compute/v2/networks?page_size=50",
      "/compute/v2/networks?page_size=50&page_token=2",
    ]);
  });

  it("uses the token beside the page", async () => {
    const pages = [
      { data: [{ name: "a" }], meta: { pagination: { page_size: 1, next_page_token: "2" } } },
      { data: [{ name: "b" }], meta: { pagination: { page_size: 1 } } },
    ];
    const { items, urls } = await walk(pages, "v2.telemetry.descriptors.metrics.list", "cloud");
    expect(items).toEqual([{ name: "a" }, { name: "b" }]);
    expect(urls).toEqual([
      "/v2/telemetry/cloud/descriptors/metrics?page_size=1000",
      "/v2/telemetry/cloud/descriptors/metrics?page_size=1000&page_token=2",
    ]);
  });

  it("is counted where its pages are bare arrays, by its own method and by its path", async () => {
    const pages = [["a", "b"], ["c"], []];
    const byMethod = await walk(pages, "subjects.list", { limit: 2 });
    expect(byMethod.items).toEqual(["a", "b", "c"]);
    expect(byMethod.urls).toEqual(["/subjects?limit=2", "/subjects?limit=2&offset=2"]);
    const byPath = await walk(pages, "paginate", "/subjects", { params: { query: { limit: 2 } } });
    expect(byPath).toEqual(byMethod);
  });

  it("that does not page returns the response body", async () => {
    const body = { kind: "TopicList", metadata: { self: "/", next: null }, data: [] };
    const server = await serve({ body });
    const list = method(server, "streams.v3.clusters.topics.list")("lkc-1");
    expect(await list).toEqual(body);
  });
});

describe("A path with a query string, beside the same without it", () => {
  it("is sent unchanged", async () => {
    const server = await serve({ body: { one: {} } });
    const name = "links.v1.environments.clusters.links.listLinksv1LinksWithExpansions";
    expect(await method(server, name)("env-1", "lkc-1")).toEqual({ one: {} });
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/links/v1/environments/env-1/clusters/lkc-1/links?expand=info,status,id",
    ]);
  });
});
