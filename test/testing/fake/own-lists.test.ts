import { expect, test } from "vitest";
import { callsTo, listOf, object, post, text, things, with200 } from "./own-calls.js";

/* Documents of users, in which several resources are created or chosen at once. */

test("a list that chooses by a member has the resources with it", async () => {
  const thing = { $ref: "#/components/schemas/Thing" };
  const schemas = { Thing: object({ name: text, status: { ...text, enum: ["sold", "free"] } }) };
  const status = [{ name: "status", in: "query", schema: listOf(text) }];
  const choice = { operationId: "findThings", parameters: status, responses: with200(listOf(thing)) };
  const call = callsTo({ ...things(thing), "/v1/things/findByStatus": { get: choice } }, schemas);
  await call("POST", "/v1/things", { name: "a", status: "sold" });
  await call("POST", "/v1/things", { name: "b", status: "free" });
  const find = async (query: string): Promise<unknown> =>
    (await call("GET", `/v1/things/findByStatus${query}`)).body;
  expect(await find("?status=free")).toMatchObject([{ name: "b" }]);
  expect(await find("?status=free&status=sold")).toMatchObject([{ name: "a" }, { name: "b" }]);
});

test.each([":batch", "/createWithList"])(
  "several that are sent as an array to %s are created, or none",
  async (verb) => {
    const thing = object({ name: text }, ["name"]);
    const key = { type: "object", required: ["code"], properties: { code: text, name: text } };
    const many = (item: object): object => ({
      [`/v1/things${verb}`]: { post: post("createThings", listOf(item), listOf(item)) },
    });
    const call = callsTo({ ...things(thing), ...many(thing) });
    const [a, b] = ["a", "b"].map((name, index) => ({ id: `fake-0000${index + 1}`, name }));
    const sent = [{ name: "a" }, { name: "b" }];
    expect(await call("POST", `/v1/things${verb}`, sent)).toEqual({ status: 200, body: [a, b] });
    expect((await call("GET", "/v1/things")).body).toEqual([a, b]);

    const [all] = Object.values(things(key));
    const { "/v1/things/{id}": one } = things(key);
    const code = [{ name: "code", in: "path", required: true, schema: text }];
    const other = callsTo({
      "/v1/things": all,
      "/v1/things/{code}": { ...one, parameters: code },
      ...many(key),
    });
    const taken = await other("POST", `/v1/things${verb}`, [{ code: "a" }, { code: "b" }, { code: "a" }]);
    expect(taken.status).toBe(409);
    expect((await other("GET", "/v1/things")).body).toEqual([]);
  },
);

test("resources of no subject are all listed, whatever `latestOnly` says", async () => {
  const paths = things(object({ name: text }));
  const [all] = Object.values(paths);
  const latest = [{ name: "latestOnly", in: "query", schema: { type: "boolean" } }];
  const get = { ...(all?.["get"] as object), parameters: latest };
  const call = callsTo({ ...paths, "/v1/things": { ...all, get } });
  for (const name of ["a", "b"]) await call("POST", "/v1/things", { name });
  expect((await call("GET", "/v1/things?latestOnly=true")).body).toMatchObject([
    { name: "a" },
    { name: "b" },
  ]);
});
