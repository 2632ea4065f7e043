import { expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* Lists of documents of users, whose array is in another member than `data`. */

const text = { type: "string" };
const job = { type: "object", properties: { id: { ...text, readOnly: true }, name: text, notes: text } };
const summary = { type: "object", properties: { id: text, name: text } };
const json = (schema: object): object => ({
  description: "It.",
  content: { "application/json": { schema } },
});
const query = ["name", "page_token"].map((name) => ({ name, in: "query", schema: text }));
const size = { name: "page_size", in: "query", schema: { type: "integer" } };

test.each([
  ["items", job],
  ["jobs", summary],
])("a list in the member %s has what is created, page by page", async (member, item) => {
  const properties = {
    warnings: { type: "array", items: text },
    [member]: { type: "array", items: item },
    next_page_token: text,
    total_size: { type: "integer" },
  };
  const paths = {
    "/v1/jobs": {
      get: {
        operationId: "listJobs",
        parameters: [...query, size],
        responses: { "200": json({ type: "object", properties }) },
      },
      post: { operationId: "createJob", requestBody: json(job), responses: { "202": json(job) } },
    },
    "/v1/jobs/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      get: { operationId: "getJob", responses: { "200": json(job) } },
      delete: { operationId: "deleteJob", responses: { "204": { description: "Gone." } } },
    },
  };
  const document = JSON.stringify({ openapi: "3.0.3", info: { title: "Jobs", version: "1" }, paths });
  const fake = createFakeConfluent({ documents: [{ name: "jobs.json", text: document }] });
  const get = async (path: string): Promise<unknown> =>
    (await fake.fetch(`https://jobs.example.com/v1/jobs${path}`)).json();
  for (const name of ["a", "b", "c"]) {
    const headers = { "content-type": "application/json" };
    await fake.fetch("https://jobs.example.com/v1/jobs", {
      method: "POST",
      headers,
      body: JSON.stringify({ name }),
    });
  }
  const [a, b, c] = ["a", "b", "c"].map((name, index) => ({ id: `fake-0000${index + 1}`, name }));
  expect(await get("")).toEqual({ [member]: [a, b, c], total_size: 3 });
  expect(await get("?name=b")).toEqual({ [member]: [b], total_size: 1 });
  const first = await get("?page_size=2");
  expect(first).toEqual({ [member]: [a, b], total_size: 3, next_page_token: expect.any(String) as string });
  const { next_page_token: token } = first as { readonly next_page_token: string };
  expect(await get(`?page_size=2&page_token=${token}`)).toEqual({ [member]: [c], total_size: 3 });
  expect(await get("/fake-00002")).toEqual(b);
  await fake.fetch("https://jobs.example.com/v1/jobs/fake-00002", { method: "DELETE" });
  expect(await get("")).toEqual({ [member]: [a, c], total_size: 2 });
  expect(fake.seed("v1.jobs" as never, [{ name: "d" }] as never)).toMatchObject([{ id: "fake-00004" }]);
});
