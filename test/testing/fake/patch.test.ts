import { beforeEach, expect, test } from "vitest";
import { apiKey, createClientFor } from "../../../src/index.js";
import { sqlV1 } from "../../../src/generated/sql-v1.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { SHEDS } from "./sheds.js";

/* What a PATCH makes of a resource: JSON Patch and merge patch, by the same rules. */

const fake = createFakeConfluent({ documents: [{ name: "sheds", text: JSON.stringify(SHEDS) }] });
const SEED = {
  id: "s1",
  name: "oak",
  tags: ["a", "b"],
  labels: { owner: "ann" },
  spec: { door: { width: 80 }, site: "north", roof: { kind: "slate", slates: 90 } },
  status: { phase: "READY" },
  metadata: { uid: "u1", note: "n" },
};

beforeEach(() => {
  fake.reset();
  fake.seed("v1.sheds" as never, [SEED] as never);
});

const url = "https://sheds.example.com/v1/sheds/s1";

async function read(): Promise<unknown> {
  return (await fake.fetch(url)).json();
}

async function send(mediaType: string, body: unknown, to = url): Promise<[number, string]> {
  const headers = { "content-type": mediaType };
  const init = { method: "PATCH", headers, body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await fake.fetch(to, init);
  const { errors } = (await response.clone().json()) as { errors?: { detail: string }[] };
  return [response.status, errors?.map(({ detail }) => detail).join(" ") ?? ""];
}

const jsonPatch = (body: unknown): ReturnType<typeof send> => send("application/json-patch+json", body);
const mergePatch = (body: unknown): ReturnType<typeof send> => send("application/merge-patch+json", body);

test("items are added, replaced and removed by their index", async () => {
  const operations = [
    { op: "add", path: "/tags/-", value: "c" },
    { op: "replace", path: "/tags/0", value: "z" },
    { op: "remove", path: "/tags/1" },
    { op: "copy", from: "/name", path: "/labels/a~1b" },
    { op: "test", path: "/spec/door", value: { width: 80 } },
  ];
  expect(await jsonPatch(operations)).toEqual([200, ""]);
  expect(await read()).toEqual({ ...SEED, tags: ["z", "c"], labels: { owner: "ann", "a/b": "oak" } });
  fake.assertDone();
});

test.each([
  [
    409,
    [{ op: "test", path: "/name", value: "elm" }],
    "`body.1` cannot be applied: `/name` has another value.",
  ],
  [409, [{ op: "remove", path: "/tags/7" }], "`body.1` cannot be applied: `/tags/7` does not exist."],
  [
    409,
    [{ op: "replace", path: "/nothing", value: 1 }],
    "`body.1` cannot be applied: `/nothing` does not exist.",
  ],
  [400, [{ op: "add", path: "name", value: "x" }], "`body.1.path` must be a JSON pointer."],
  [
    400,
    [{ op: "swap", path: "/name" }],
    "`body.1.op` must be one of add, remove, replace, move, copy, test.",
  ],
  [422, [{ op: "replace", path: "/spec", value: 5 }], "`body.1` cannot be applied: `/spec` must be object."],
  [422, [{ op: "replace", path: "", value: [] }], "`body.1` cannot be applied: the resource must be object."],
  [422, [{ op: "remove", path: "/spec/door" }], "`body.1` cannot be applied: `/spec/door` is required."],
  [
    422,
    [{ op: "move", from: "/name", path: "/labels/name" }],
    "`body.1` cannot be applied: `/name` is required.",
  ],
  [
    422,
    [{ op: "add", path: "/tag", value: "c" }],
    "`body.1` cannot be applied: `/tag` is not in the document; did you mean `tags`?.",
  ],
  [422, [{ op: "add", path: "/tags/-", value: 5 }], "`body.1` cannot be applied: `/tags/3` must be string."],
  [
    422,
    [{ op: "replace", path: "/spec/site", value: "south" }],
    "`body.1` cannot be applied: `/spec/site` cannot be changed: it is immutable.",
  ],
  [
    422,
    [{ op: "remove", path: "/spec/site" }],
    "`body.1` cannot be applied: `/spec/site` cannot be changed: it is immutable.",
  ],
  [
    422,
    [{ op: "replace", path: "/spec/roof/slates", value: 91 }],
    "`body.1` cannot be applied: `/spec/roof/slates` cannot be changed: it is immutable.",
  ],
])("%d, and nothing is changed: %j", async (status, operations, problem) => {
  // The first operation could be applied by itself.
  const patch = [{ op: "add", path: "/tags/-", value: "first" }, ...operations];
  expect(await jsonPatch(patch)).toEqual([status, problem]);
  expect(await read()).toEqual(SEED);
});

test("a test holds against what the operations before it made", async () => {
  const patch = [
    { op: "replace", path: "/name", value: "elm" },
    { op: "test", path: "/name", value: "oak" },
  ];
  expect(await jsonPatch(patch)).toEqual([409, "`body.1` cannot be applied: `/name` has another value."]);
  expect(await read()).toEqual(SEED);
});

test("a patch that is malformed is a problem of the test, a conflict is none", async () => {
  await jsonPatch([{ op: "test", path: "/name", value: "elm" }]);
  fake.assertDone();
  expect(await jsonPatch({ name: "elm" })).toEqual([400, "`body` must be an array of operations."]);
  expect(() => fake.assertDone()).toThrow("A request for patchShed was refused: `body` must be an array");
});

test.each([
  ["JSON Patch", () => jsonPatch([{ op: "replace", path: "/status/phase", value: "GONE" }])],
  ["JSON Patch", () => jsonPatch([{ op: "remove", path: "/metadata/uid" }])],
  ["JSON Patch", () => jsonPatch([{ op: "replace", path: "/id", value: "s2" }])],
  ["merge patch", () => mergePatch({ status: { phase: "GONE" }, id: "s2" })],
  ["merge patch", () => mergePatch({ status: null, metadata: { uid: null } })],
])("what the service sets stays as it is: %s", async (_, patch) => {
  expect(await patch()).toEqual([200, ""]);
  expect(await read()).toEqual(SEED);
});

test.each([
  ["JSON Patch", () => jsonPatch([{ op: "remove", path: "/metadata" }])],
  ["merge patch", () => mergePatch({ metadata: null })],
])("of an object that is removed, what the service set stays: %s", async (_, patch) => {
  expect(await patch()).toEqual([200, ""]);
  expect(await read()).toEqual({ ...SEED, metadata: { uid: "u1" } });
});

test.each([
  [{ spec: 5 }, "`body.spec` must be object."],
  [{ spec: { door: null } }, "`body.spec.door` is required."],
  [{ tags: [1] }, "`body.tags.0` must be string."],
  [{ spec: { site: "south" } }, "`body.spec.site` cannot be changed: it is immutable."],
  [{ spec: { site: null } }, "`body.spec.site` cannot be changed: it is immutable."],
  [{ spec: { roof: { slates: 1 } } }, "`body.spec.roof.slates` cannot be changed: it is immutable."],
  [["a"], "`body` must be object."],
])("a merge patch that leaves what is not allowed changes nothing: %j", async (patch, problem) => {
  expect(await mergePatch(patch)).toEqual([422, problem]);
  expect(await read()).toEqual(SEED);
});

test("a name of JavaScript's own objects is a name like others", async () => {
  const added = '[{"op":"add","path":"/labels/__proto__","value":"x"}]';
  expect(await jsonPatch(added)).toEqual([200, ""]);
  expect(JSON.stringify(await read())).toContain('"labels":{"owner":"ann","__proto__":"x"}');
  expect(await mergePatch('{"labels":{"__proto__":null,"constructor":"y"}}')).toEqual([200, ""]);
  expect(await read()).toEqual({ ...SEED, labels: { owner: "ann", constructor: "y" } });
  const missing = "`body.0` cannot be applied: `/labels/toString` does not exist.";
  expect(await jsonPatch([{ op: "remove", path: "/labels/toString" }])).toEqual([409, missing]);
});

test("operations are named as the document names them", async () => {
  const sql = createFakeConfluent();
  const client = createClientFor(sqlV1, {
    baseUrl: "https://flink.example.com",
    fetch: sql.fetch,
    auth: apiKey({ key: "key", secret: "secret" }),
    retry: false,
  });
  const place = { organization_id: "9bb441c4-edef-46ac-8a41-c49e44a3fd9a", environment_id: "env-1" };
  sql.seed("sql.v1.organizations.environments.statements", [{ name: "s", spec: { stopped: false } }], place);
  const { statements } = client.sql.v1.organizations.environments;
  const patch = (op: string, path: string, value: unknown): Promise<unknown> =>
    statements.patch(place.organization_id, place.environment_id, "s", [{ op, path, value }] as never);
  expect(await patch("REPLACE", "/spec/stopped", true)).toMatchObject({ spec: { stopped: true } });
  await expect(patch("replace", "/spec/stopped", true)).rejects.toThrow(
    'must be one of "ADD", "REPLACE", "TEST"',
  );
  await expect(patch("TEST", "/spec/stopped", false)).rejects.toThrow("409");
  await expect(patch("ADD", "/metadata/uid", "mine")).resolves.not.toMatchObject({
    metadata: { uid: "mine" },
  });
  await expect(patch("REPLACE", "/name", "t")).rejects.toThrow("`/name` cannot be changed");
});

test.each([
  ["JSON Patch", "application/json-patch+json", [{ op: "replace", path: "/name", value: "b" }]],
  ["JSON Patch", "application/json-patch+json", [{ op: "remove", path: "/name" }]],
  ["merge patch", "application/merge-patch+json", { name: "b" }],
  ["merge patch", "application/merge-patch+json", { name: null }],
])("a resource keeps the key that it is found by: %s", async (_, mediaType, patch) => {
  const hut = "https://sheds.example.com/v1/huts/a";
  fake.seed("v1.huts" as never, [{ name: "a", color: "red" }] as never);
  expect(await send(mediaType, patch, hut)).toEqual([200, ""]);
  expect(await (await fake.fetch(hut)).json()).toEqual({ name: "a", color: "red" });
});

test("another variant of a union has nothing of the one before", async () => {
  expect(await mergePatch({ spec: { roof: { kind: "turf", slates: null } } })).toEqual([200, ""]);
  expect(await read()).toEqual({ ...SEED, spec: { ...SEED.spec, roof: { kind: "turf" } } });
});
