import { describe, expect, test } from "vitest";
import { checkRecording, checkService } from "../../../src/testing/contract.js";
import { createFakeConfluent, SetupError, startMockServer } from "../../../src/testing/index.js";
import { problemOf, shop, withParameter, withSchema, GET, type Json } from "./shop.js";

/** Mistakes in documents of users: reported when the document is opened, in the same words wherever it is used. */

const MEMBER = "#/components/schemas/Tool/properties/id";

describe("a mistake in a schema", () => {
  test.for<readonly [unknown, string]>([
    [{ required: true }, "/required: must be a list of names, in the object that has the members, not true"],
    [{ required: [1] }, "/required/0: must be a string, not 1"],
    [
      { type: "strng" },
      '/type: must be string, number, integer, boolean, object, array or null, not "strng": did you mean string?',
    ],
    [{ type: null }, '/type: must be a type, and is empty: the type null is written "null"'],
    [{ type: [] }, "/type: is an empty list: it must have an item"],
    [{ properties: null }, "/properties: must be a mapping, and is empty"],
    [{ properties: { a: null } }, "/properties/a: must be a schema, and is empty"],
    [{ enum: [] }, "/enum: is an empty list: it must have an item"],
    [{ enum: "a" }, '/enum: must be a list, not "a"'],
    [{ maxLength: "5" }, '/maxLength: must be a whole number from 0, not "5"'],
    [{ minItems: -1 }, "/minItems: must be a whole number from 0, not -1"],
    [{ minimum: "0" }, '/minimum: must be a number, not "0"'],
    [{ exclusiveMaximum: "9" }, '/exclusiveMaximum: must be a number, or true or false, not "9"'],
    [{ multipleOf: 0 }, "/multipleOf: must be a number above 0, not 0"],
    [{ items: "string" }, '/items: must be a schema, not "string"'],
    [{ items: [{}] }, "/items: must be a schema, not a list"],
    [{ pattern: "(" }, "/pattern: must be a regular expression of JavaScript: Unterminated group"],
    [{ pattern: 5 }, "/pattern: must be a regular expression of JavaScript: it is not a string"],
    [
      { patternProperties: { "[": {} } },
      "/patternProperties/[: must be a regular expression of JavaScript: Unterminated character class",
    ],
    [{ additionalProperties: "no" }, '/additionalProperties: must be true, false or a schema, not "no"'],
    [{ allOf: {} }, "/allOf: must be a list of schemas, not a mapping"],
    [{ oneOf: [] }, "/oneOf: is an empty list: it must have an item"],
    [{ anyOf: ["Tool"] }, '/anyOf/0: must be a schema, not "Tool"'],
    [{ nullable: "yes" }, '/nullable: must be true or false, not "yes"'],
    [{ discriminator: {} }, "/discriminator: has no `propertyName`"],
    [{ discriminator: "kind" }, '/discriminator: must be a mapping, not "kind"'],
    [
      { discriminator: { propertyName: "kind", mapping: { saw: "Sow" } } },
      "/discriminator/mapping/saw: #/components/schemas/Sow points at nothing",
    ],
    [
      { $ref: "#/components/schemas/Tol" },
      "/$ref: #/components/schemas/Tol points at nothing: did you mean #/components/schemas/Tool?",
    ],
    [
      { $ref: "#/components/schemas/constructor" },
      "/$ref: #/components/schemas/constructor points at nothing",
    ],
    [{ $ref: MEMBER }, `/$ref: ${MEMBER} refers to itself`],
    [{ $ref: "#/%zz" }, "/$ref: #/%zz points at nothing"],
    [{ $ref: 5 }, "/$ref: must be a string, not 5"],
    [
      { $ref: "#/components/schemas/Tool", maxLength: "5" },
      '/maxLength: must be a whole number from 0, not "5"',
    ],
  ])("%j", ([schema, message]) => {
    expect(problemOf(withSchema({ type: "object", properties: { id: schema } }))).toBe(
      `shop.json${MEMBER}${message}`,
    );
  });
});

describe("a mistake elsewhere", () => {
  const AT = "#/paths/~1shop~1v1~1tools";
  test.for<readonly [ReturnType<typeof shop>, string]>([
    [shop({}, null), `${AT}: must be a mapping, and is empty`],
    [shop({}, { get: null }), `${AT}/get: must be a mapping, and is empty`],
    [shop({}, { get: { ...GET, parameters: {} } }), `${AT}/get/parameters: must be a list, not a mapping`],
    [
      withParameter({ name: "a", in: "query" }),
      `${AT}/get/parameters/0: has neither \`schema\` nor \`content\``,
    ],
    [withParameter({ in: "query", schema: {} }), `${AT}/get/parameters/0: has no \`name\``],
    [
      withParameter({ name: "a", in: "qery", schema: {} }),
      `${AT}/get/parameters/0/in: must be path, query, header or cookie, not "qery": did you mean query?`,
    ],
    [
      shop({}, { get: { responses: { ok: {} } } }),
      `${AT}/get/responses/ok: must be a status such as 200, 4XX or default, not "ok"`,
    ],
    [
      shop({}, { get: { responses: { 200: { content: { "application/json": null } } } } }),
      `${AT}/get/responses/200/content/application~1json: must be a mapping, and is empty`,
    ],
    [shop({}, { post: { requestBody: {}, responses: {} } }), `${AT}/post/requestBody: has no \`content\``],
    [shop({ paths: { tools: {} } }), '#/paths/tools: must be a path, which starts with a slash, not "tools"'],
    [shop({ paths: [] }), "#/paths: must be a mapping, not a list"],
    [shop({ security: { key: [] } }), "#/security: must be a list, not a mapping"],
    [shop({ servers: [{}] }), "#/servers/0: has no `url`"],
    [
      shop({ components: { securitySchemes: { key: "basic" } } }),
      '#/components/securitySchemes/key: must be a mapping, not "basic"',
    ],
  ])("%j", ([document, message]) => {
    expect(problemOf(document)).toBe(`shop.json${message}`);
  });
});

test("all mistakes are reported at once, where they stand, and each once", () => {
  const Tool = {
    type: "object",
    properties: { id: { maxLength: "5" }, next: { $ref: "#/components/schemas/Tool" } },
  };
  const parts = { components: { schemas: { Tool } } };
  const schema = { $ref: "#/components/schemas/Tool" };
  const get = { responses: { 200: { content: { "application/json": { schema } } } } };
  const broken = { name: "broken.json", text: JSON.stringify({ openapi: "3.1.0", paths: { "/a": null } }) };
  expect(
    problemOf(shop(parts, { get, put: get }), broken, { name: "notes.yaml", text: "title: Notes" }),
  ).toBe(
    [
      'shop.json#/components/schemas/Tool/properties/id/maxLength: must be a whole number from 0, not "5"',
      "broken.json#/paths/~1a: must be a mapping, and is empty",
      "notes.yaml: it is not an OpenAPI document of version 3",
    ].join("\n"),
  );
});

test("a long list of mistakes ends", () => {
  const names = Array.from({ length: 25 }, (_, index) => [`name${index}`, { minimum: "0" }]);
  const lines = problemOf(withSchema({ properties: Object.fromEntries(names) as Json })).split("\n");
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe("shop.json: 5 more");
});

test("the fake, the mock and the contract check say the same", async () => {
  const documents = [withSchema({ required: true, items: "Tool" })];
  const uses: readonly (() => unknown)[] = [
    () => createFakeConfluent({ documents }),
    () => startMockServer({ documents }),
    () => checkRecording(documents, { name: "a.har", text: '{"log":{"entries":[]}}' }),
    () => checkService(documents, { parameters: {}, maxRequests: 1, isOpen: true }),
  ];
  const said = await Promise.all(
    uses.map(async (use): Promise<unknown> => {
      try {
        return await use();
      } catch (error) {
        return error;
      }
    }),
  );
  const message =
    'shop.json#/components/schemas/Tool/required: must be a list of names, in the object that has the members, not true\nshop.json#/components/schemas/Tool/items: must be a schema, not "Tool"';
  expect(said).toEqual(said.map(() => new SetupError(message)));
});

describe("two descriptions of one operation", () => {
  const copy = { ...shop(), name: "copy.json" };

  test("in two documents", () => {
    expect(problemOf(shop(), copy)).toBe("copy.json: GET /shop/v1/tools is in shop.json, too");
  });

  test("by other names of its parameters", () => {
    const paths = { "/a/{id}": { get: GET }, "/a/{name}": { get: GET } };
    expect(problemOf(shop({ paths }))).toBe("shop.json: GET /a/{name} is in it, too, as /a/{id}");
  });

  test("in texts of one name", () => {
    expect(problemOf(shop(), shop())).toBe("shop.json: two documents have this name");
  });
});

describe("no mistake", () => {
  test.each([
    [
      "a schema that is true or false",
      withSchema({ properties: { a: true, b: false }, items: true, oneOf: [true] }),
    ],
    ["a list of types", withSchema({ type: ["string", "null"] })],
    ["a list of no required members", withSchema({ required: [] })],
    ["a pattern without the flag u", withSchema({ pattern: "^[\\w\\_]+$" })],
    ["a member with the name of a keyword", withSchema({ properties: { required: { type: "string" } } })],
    ["a reference in an example", withSchema({ example: { $ref: "#/nowhere" } })],
    [
      "a parameter with content",
      withParameter({ name: "a", in: "query", content: { "application/json": {} } }),
    ],
    ["a status of a range", shop({}, { get: { responses: { "2xx": { description: "OK." } } } })],
    ["an extension", shop({}, { "x-a": 1, get: { ...GET, "x-b": null } })],
  ])("%s", (_what, document) => {
    expect(problemOf(document)).toBe("nothing");
  });
});

test("a document that is nested without end is refused", () => {
  const text = `{"openapi":"3.1.0","paths":${'{"/a":'.repeat(50_000)}{}${"}".repeat(50_000)}}`;
  expect(problemOf({ name: "deep.json", text })).toMatch(
    /^deep\.json: it is nested too deeply|must be a mapping/,
  );
});
