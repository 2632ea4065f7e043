import { expect, test } from "vitest";
import { manyPaths } from "../support/many-paths.js";
import { typeCheck } from "../support/type-check.js";

/*
 * An API may have hundreds of paths: Confluent Cloud's has some 300. TypeScript's work for our client is counted against its
 * work for openapi-fetch's own client with the same paths. The counts are the same on every machine.
 */
const budget = 1.5;
const paths = manyPaths(200);

const fetchClient = `import createFetchClient, { wrapAsPathBasedClient, type Client } from "openapi-fetch";
import type { paths } from "./paths.js";
const client = createFetchClient<paths>();
`;
const confluent = `import { wrapAsPathBasedClient, type Client } from "openapi-fetch";
import { createClient } from "confluent-cloud-sdk";
import { api, type paths } from "./paths.js";
const client = createClient({ api });
`;

const calls = `
const query = { environment: "env-00000" };
const list = await client.GET("/svc-7/v1/things", { params: { query } });
const item = await client.GET("/svc-8/v1/things/{id}", { params: { path: { id: "a" }, query } });
const params = { path: { id: "a" } };
const changed = await client.PATCH("/svc-9/v1/things/{id}", { params, body: { display_name9: "b" } });
export const ids: (string | undefined)[] = [list.data?.data[0]?.id, item.data?.id, changed.data?.id];
`;
const handedOver = `
const same: Client<paths> = client;
const wrapped = wrapAsPathBasedClient(client);
const requested = await same.request("get", "/svc-7/v1/things/{id}", {
  params: { path: { id: "a" }, query: { environment: "env-00000" } },
});
const created = await wrapped["/svc-7/v1/things"].POST({
  body: { display_name7: "a", provider: "Azure", config: { kind: "Aws7", role: "r", regions: [] } },
});
export const providers: (string | undefined)[] = [requested.data?.provider, created.data?.provider];
`;
const resources = `
const { things } = client.svc7.v1;
const first = await client.paginate("/svc-7/v1/things", { params: { query: { environment: "e" } } }).toArray();
const second = await things.list({ environment: "e" }).toArray();
export const names: string[] = [...first, ...second].map((thing) => thing.display_name7);
`;

test.each([
  { use: "calls of paths", theirs: calls, ours: calls },
  { use: "calls of paths and resources", theirs: calls, ours: calls + resources },
  { use: "Client<paths> and wrapAsPathBasedClient", theirs: handedOver, ours: handedOver },
])("$use type-check for 400 paths, at about the cost of openapi-fetch", { timeout: 120_000 }, (programs) => {
  const ours = check(confluent + programs.ours);
  const theirs = check(fetchClient + programs.theirs);
  expect(ours.errors).toEqual([]);
  expect(theirs.errors).toEqual([]);
  expect(ours.instantiations / theirs.instantiations).toBeLessThan(budget);
});

test("a call that the document does not allow fails for 400 paths too", { timeout: 120_000 }, () => {
  const { errors } = check(`${confluent}
export const list = client.GET("/svc-7/v1/things", { params: { query: { environment: "e", page_sise: 1 } } });
export const other: Client<{ "/other": { get: { responses: { 200: { content: { "a/b": 1 } } } } } }> = client;`);
  expect(errors).toEqual([
    expect.stringContaining("'page_sise' does not exist"),
    expect.stringMatching(/is not assignable to type 'Client<.*other/s),
  ]);
});

function check(program: string) {
  return typeCheck("test/types/program.ts", {
    "test/types/program.ts": program,
    "test/types/paths.ts": paths,
  });
}
