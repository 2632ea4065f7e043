import { describe, expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import { drifts } from "../held-values.js";

/* Responses that are as their document says, in a way that is easily taken for another. */

const TEXT = { type: "string" };
const PART = { type: "object", required: ["k"], properties: { k: TEXT } };
const schemas = {
  Union: { oneOf: [PART, TEXT] },
  Any: { anyOf: [PART, TEXT] },
  Tagged: { oneOf: [PART], discriminator: { propertyName: "k" } },
};
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe.each(Object.keys(schemas))("a value of the union %s", (name) => {
  test.each<readonly [string, object]>([
    ["beside it", { ...schemas[name as keyof typeof schemas], nullable: true }],
    ["around it", { allOf: [ref(name)], nullable: true }],
    ["two levels around it", { allOf: [{ allOf: [ref(name)] }], nullable: true }],
    ["around one of its variants", { oneOf: [ref(name), { type: "integer", nullable: true }] }],
  ])("may be null where that is said %s", (_what, schema) => {
    expect(drifts(schema, null, { schemas, openapi: "3.0.3" })).toEqual([]);
    expect(drifts(schema, { k: 5 }, { schemas, openapi: "3.0.3" })).not.toEqual([]);
  });

  test("may not be null where nothing is said", () => {
    expect(drifts(ref(name), null, { schemas, openapi: "3.0.3" })).not.toEqual([]);
  });
});

describe("what is only written need not come back", () => {
  const secret = { type: "string", writeOnly: true };
  const Secret = { allOf: [secret] };
  test.each<readonly [string, object]>([
    ["in one part, and required in another", { allOf: [{ properties: { p: secret } }, { required: ["p"] }] }],
    ["in a part, and required beside it", { allOf: [{ properties: { p: secret } }], required: ["p"] }],
    ["by its own part", { properties: { p: { allOf: [ref("Secret")] } }, required: ["p"] }],
    ["in a variant", { oneOf: [{ properties: { p: secret }, required: ["p"] }], required: ["p"] }],
  ])("%s", (_what, schema) => {
    const options = { schemas: { Secret }, openapi: "3.0.3" };
    expect(drifts(schema, {}, options)).toEqual([]);
    expect(drifts({ ...schema, minProperties: 1 }, {}, options)).toEqual(["list-length at body"]);
  });
});

test("a list may contain other items than the one that it has to have", () => {
  const schema = { type: "array", contains: { type: "string", enum: ["x"] } };
  expect(drifts(schema, [5, "x", {}])).toEqual([]);
  expect(drifts(schema, [5, "z"])).toEqual(["condition-unmet at body"]);
  expect(drifts({ ...schema, minContains: 2 }, ["x", "x"])).toEqual([]);
  expect(drifts({ ...schema, minContains: 2 }, ["x"])).toEqual(["condition-unmet at body"]);
  expect(drifts({ ...schema, maxContains: 1 }, ["x", "x"])).toEqual(["condition-unmet at body"]);
  expect(drifts({ ...schema, nullable: true }, null, { openapi: "3.0.3" })).toEqual([]);
});

test.each([
  ["env-1a", "env-1a", []],
  ["ENV-1A", "env-1a", []],
  ["me", "u-1", []],
  ["u-2", "u-1", ["item-mismatch at body.id"]],
])("a resource that is asked for as %s may be %s", (asked, id, found) => {
  const parameters = [{ name: "id", in: "path", required: true, schema: TEXT }];
  const get = { parameters, responses: { 200: { content: { "application/json": {} } } } };
  const document = { openapi: "3.0.3", paths: { "/users/{id}": { get } } };
  const entry = {
    request: { method: "GET", url: `https://shop.example/users/${asked}` },
    response: {
      status: 200,
      headers: [{ name: "content-type", value: "application/json" }],
      content: { text: JSON.stringify({ id }) },
    },
  };
  const { drifts: all } = checkRecording([{ name: "shop.json", text: JSON.stringify(document) }], {
    name: "a.har",
    text: JSON.stringify({ log: { entries: [entry] } }),
  });
  expect(all.map(({ kind, place }) => `${kind} at ${place.replace("response 200 > ", "")}`)).toEqual(found);
});

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The kinds of drift in one response. */
function kindsOf(response: object, { headers = {}, body = {} }: Sent): readonly string[] {
  const document = { openapi: "3.0.3", paths: { "/a": { get: { responses: { 200: response } } } } };
  const sent = { "content-type": "application/json", ...headers };
  const entry = {
    request: { method: "GET", url: "https://shop.example/a" },
    response: {
      status: 200,
      headers: Object.entries(sent).map(([name, value]) => ({ name, value })),
      content: { text: JSON.stringify(body) },
    },
  };
  return checkRecording([{ name: "shop.json", text: JSON.stringify(document) }], {
    name: "a.har",
    text: JSON.stringify({ log: { entries: [entry] } }),
  }).drifts.map(({ kind }) => kind);
}

describe("a header", () => {
  const WHEN = {
    oneOf: [
      { type: "integer", minimum: 0 },
      { type: "string", pattern: "GMT$" },
    ],
  };
  test.each<readonly [object, string, string]>([
    [{ anyOf: [{ type: "integer" }, { type: "number" }] }, "5", "five"],
    [WHEN, "5", "-5"],
    [WHEN, "Thu, 20 Feb 2025 08:30:15 GMT", "Thursday"],
    [{ enum: [1, 2] }, "2", "3"],
    [{ oneOf: [{ type: "boolean" }] }, "true", "yes"],
    [{ type: ["integer", "string"], pattern: "^0" }, "05", "text"],
    [
      {
        oneOf: [
          { type: "integer", maximum: 9 },
          { type: "string", enum: ["10"] },
        ],
      },
      "10",
      "11",
    ],
  ])("with the schema %j", (schema, right, wrong) => {
    const response = { headers: { "X-A": { schema } }, content: { "application/json": {} } };
    expect(kindsOf(response, { headers: { "x-a": right } })).toEqual([]);
    expect(kindsOf(response, { headers: { "x-a": wrong } })).toEqual(["header-invalid"]);
  });
});

describe("of several versions of a media type, the body is held against its own", () => {
  const version = (name: string): object => ({
    schema: { type: "object", required: [name], properties: { [name]: TEXT } },
  });
  const content = {
    "application/json;version=1": version("a"),
    'application/json; version="2"; x=y': version("b"),
  };
  test.each([
    ["application/json; version=1", "a"],
    ["application/json;VERSION=2;X=y", "b"],
    ['application/json; x=y; charset=utf-8; version="2"', "b"],
    ["application/json", "a"],
  ])("%s", (type, name) => {
    const headers = { "content-type": type };
    expect(kindsOf({ content }, { headers, body: { [name]: "x" } })).toEqual([]);
    expect(kindsOf({ content }, { headers, body: { [name]: 5 } })).toEqual(["type-mismatch"]);
  });
});
