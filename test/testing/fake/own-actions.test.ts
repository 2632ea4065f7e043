import { expect, test } from "vitest";
import { callsTo, id, listOf, object, post, text, things, with200 } from "./own-calls.js";

/* Documents of users, in which names that Confluent's documents have mean something else. */

test("two resources of the same words, without a key, are two", async () => {
  const comment = { type: "object", properties: { text } };
  const call = callsTo({
    "/v1/comments": {
      get: { operationId: "listComments", responses: with200(listOf(comment)) },
      post: post("createComment", comment, comment),
    },
  });
  await call("POST", "/v1/comments", { text: "ok" });
  await call("POST", "/v1/comments", { text: "ok" });
  expect((await call("GET", "/v1/comments")).body).toEqual([{ text: "ok" }, { text: "ok" }]);
});

test("a batch of commands creates nothing", async () => {
  const command = { type: "object", properties: { method: text, id: text } };
  const batch = post(
    "batchThings",
    { type: "object", properties: { data: listOf(command) } },
    { type: "object" },
  );
  const call = callsTo({
    ...things(object({ name: text }, ["name"])),
    "/v1/things:batch": { post: batch },
  });
  await call("POST", "/v1/things", { name: "a" });
  const { status } = await call("POST", "/v1/things:batch", {
    data: [{ method: "delete", id: "fake-00001" }],
  });
  expect(status).toBe(200);
  expect((await call("GET", "/v1/things")).body).toEqual([{ id: "fake-00001", name: "a" }]);
});

test.each([
  ["other members", { id: text, by: { type: "integer" } }, { by: 2 }],
  ["other operations", { id: text, operation: { ...text, enum: ["SHORTEN"] } }, { operation: "SHORTEN" }],
  ["an operation that is an object", { id: text, operation: { type: "object" } }, { operation: { by: 2 } }],
])("altering items with %s creates and changes nothing", async (_, properties, said) => {
  const item = { type: "object", properties };
  const alter = post(
    "alterThings",
    { type: "object", properties: { data: listOf(item) } },
    { type: "object" },
  );
  const thing = { type: "object", required: ["id"], properties: { id: text, name: text } };
  const call = callsTo({ ...things(thing), "/v1/things:alter": { post: alter } });
  await call("POST", "/v1/things", { id: "a", name: "n" });
  const data = [
    { id: "a", ...said },
    { id: "b", ...said },
  ];
  expect((await call("POST", "/v1/things:alter", { data })).status).toBe(200);
  expect((await call("GET", "/v1/things")).body).toEqual([{ id: "a", name: "n" }]);
});

test("a resume that is sent and a promotion leave the status of an applicant", async () => {
  const applicant = object({ status: { ...text, enum: ["NEW", "ACTIVE", "PAUSED", "STOPPED"] } });
  const url = with200({ type: "object", properties: { url: text } });
  const file = { content: { "application/pdf": { schema: { type: "string", format: "binary" } } } };
  const call = callsTo({
    ...things(applicant),
    "/v1/things/{id}/resume": {
      parameters: id,
      post: { operationId: "send", requestBody: file, responses: url },
    },
    "/v1/things/{id}/promote": { parameters: id, post: { operationId: "promote", responses: url } },
  });
  await call("POST", "/v1/things", { status: "NEW" });
  expect((await call("POST", "/v1/things/fake-00001/resume", "pdf")).status).toBe(200);
  expect((await call("POST", "/v1/things/fake-00001/promote")).status).toBe(200);
  expect((await call("GET", "/v1/things/fake-00001")).body).toEqual({ id: "fake-00001", status: "NEW" });
});

test("what a document writes in small letters is paused, too", async () => {
  const job = object({ state: { ...text, enum: ["running", "paused"] } });
  const act = (operationId: string): object => ({
    parameters: id,
    post: { operationId, responses: with200(job) },
  });
  const call = callsTo({
    ...things(job),
    "/v1/things/{id}/pause": act("pauseThing"),
    "/v1/things/{id}:resume": act("resumeThing"),
  });
  await call("POST", "/v1/things", { state: "running" });
  expect((await call("POST", "/v1/things/fake-00001/pause")).body).toMatchObject({ state: "paused" });
  expect((await call("POST", "/v1/things/fake-00001:resume")).body).toMatchObject({ state: "running" });
});

test("a resource with a member `dry_run` is created, and changed", async () => {
  const call = callsTo(things(object({ name: text, dry_run: { type: "boolean" } })));
  await call("POST", "/v1/things", { name: "a", dry_run: true });
  expect((await call("GET", "/v1/things/fake-00001")).body).toMatchObject({ name: "a", dry_run: true });
});

test("a POST to a resource changes it, and does not look for one of its kind below it", async () => {
  const folder = { $ref: "#/components/schemas/Folder" };
  const paths = things(folder);
  const [, one] = Object.values(paths);
  const call = callsTo(
    {
      ...paths,
      "/v1/things/{id}": {
        ...one,
        post: post("renameThing", { type: "object", properties: { name: text } }, folder),
      },
      "/v1/things/{id}/children": {
        parameters: id,
        get: { operationId: "listChildren", responses: with200(listOf(folder)) },
      },
    },
    { Folder: object({ name: text }) },
  );
  await call("POST", "/v1/things", { name: "a" });
  const renamed = { id: "fake-00001", name: "b" };
  expect(await call("POST", "/v1/things/fake-00001", { name: "b" })).toEqual({ status: 200, body: renamed });
  expect((await call("GET", "/v1/things")).body).toEqual([renamed]);
  expect((await call("POST", "/v1/things/none", { name: "b" })).status).toBe(404);
});

test("two memberships of one name are two, though a user is shown by its id", async () => {
  const user = { type: "object", properties: { user_id: text, name: text } };
  const call = callsTo({
    ...things(object({ user_id: text, name: text })),
    "/v1/users/{user_id}": {
      parameters: [{ name: "user_id", in: "path", required: true, schema: text }],
      get: { operationId: "getUser", responses: with200(user) },
    },
  });
  await call("POST", "/v1/things", { name: "a" });
  await call("POST", "/v1/things", { name: "a" });
  expect((await call("GET", "/v1/things")).body).toEqual([
    { id: "fake-00001", name: "a" },
    { id: "fake-00002", name: "a" },
  ]);
  expect((await call("GET", "/v1/users/u-1")).body).toMatchObject({ user_id: "u-1" });
});

test("a change may say in its query what it changes", async () => {
  const thing = object({ name: text });
  const paths = things(thing);
  const [, one] = Object.values(paths);
  const put = post("renameThing", thing, thing);
  const name = [{ name: "name", in: "query", schema: text }];
  const call = callsTo({ ...paths, "/v1/things/{id}": { ...one, put: { ...put, parameters: name } } });
  await call("POST", "/v1/things", { name: "a" });
  expect((await call("PUT", "/v1/things/fake-00001?name=b", { name: "b" })).status).toBe(200);
  expect((await call("GET", "/v1/things/fake-00001")).body).toMatchObject({ name: "b" });
});

test("what is deleted is not kept where `permanent` is no flag, and `deleted` asks for the member", async () => {
  const thing = object({ name: text, deleted: { type: "boolean" } });
  const query = (name: string, schema: object): object[] => [{ name, in: "query", schema }];
  const [all, one] = Object.values(things(thing));
  const remove = {
    operationId: "deleteThing",
    parameters: query("permanent", { ...text, enum: ["yes", "no"] }),
    responses: { "204": { description: "Gone." } },
  };
  const get = { ...(all?.["get"] as object), parameters: query("deleted", { type: "boolean" }) };
  const call = callsTo({ "/v1/things": { ...all, get }, "/v1/things/{id}": { ...one, delete: remove } });
  await call("POST", "/v1/things", { name: "a", deleted: false });
  await call("POST", "/v1/things", { name: "b", deleted: true });
  await call("DELETE", "/v1/things/fake-00001?permanent=yes");
  expect((await call("GET", "/v1/things?deleted=true")).body).toMatchObject([{ name: "b" }]);
  expect((await call("GET", "/v1/things?deleted=false")).body).toEqual([]);
});
