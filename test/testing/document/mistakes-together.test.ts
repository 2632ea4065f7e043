import { describe, expect, test } from "vitest";
import { GET, ID, KEY, problemOf, shop, withSchema } from "./shop.js";

/* Mistakes in what two places of a document say, and methods that are none. */

describe("limits that leave no value", () => {
  test.for<readonly [object, string]>([
    [{ minLength: 5, maxLength: 3 }, "/minLength: must be at most `maxLength`, which is 3, not 5"],
    [{ minItems: 1, maxItems: 0 }, "/minItems: must be at most `maxItems`, which is 0, not 1"],
    [
      { minProperties: 2, maxProperties: 1 },
      "/minProperties: must be at most `maxProperties`, which is 1, not 2",
    ],
    [{ minContains: 2, maxContains: 1 }, "/minContains: must be at most `maxContains`, which is 1, not 2"],
    [{ minimum: 5, maximum: 3 }, "/minimum: must be at most `maximum`, which is 3, not 5"],
    [
      { minimum: 3, maximum: 3, exclusiveMaximum: true },
      "/minimum: must be below `maximum`, which is 3, not 3",
    ],
    [{ exclusiveMinimum: 3, maximum: 3 }, "/exclusiveMinimum: must be below `maximum`, which is 3, not 3"],
    [
      { minimum: 1, exclusiveMinimum: 4, maximum: 9, exclusiveMaximum: 4 },
      "/exclusiveMinimum: must be below `exclusiveMaximum`, which is 4, not 4",
    ],
  ])("%j", ([schema, message]) => {
    expect(problemOf(withSchema(schema))).toBe(`shop.json#/components/schemas/Tool${message}`);
  });

  test.each([
    ["minimum: .inf", "minimum: must be a number, not Infinity"],
    ["exclusiveMaximum: -.inf", "exclusiveMaximum: must be a number, or true or false, not -Infinity"],
    ["multipleOf: .inf", "multipleOf: must be a number above 0, not Infinity"],
    ["maxLength: .nan", "maxLength: must be a whole number from 0, not NaN"],
  ])("are no numbers of YAML alone: %s", (limit, message) => {
    const text = `openapi: "3.1.0"\npaths: {}\ncomponents: { schemas: { Tool: { ${limit} } } }`;
    expect(problemOf({ name: "shop.yaml", text })).toBe(`shop.yaml#/components/schemas/Tool/${message}`);
  });

  test("are reported once, where several references lead to them", () => {
    const $ref = "#/components/schemas/Size";
    const Tool = { properties: { width: { $ref }, height: { $ref } } };
    expect(problemOf(shop({}, undefined, { schemas: { Tool, Size: { minimum: 2, maximum: 1 } } }))).toBe(
      "shop.json#/components/schemas/Size/minimum: must be at most `maximum`, which is 1, not 2",
    );
  });
});

describe("a mistake in a path", () => {
  const AT = "#/paths/~1shop~1v1~1tools";
  test.for<readonly [ReturnType<typeof shop>, string]>([
    [shop({}, { gett: GET, post: GET }), `${AT}/gett: is no method: did you mean get?`],
    [shop({}, { GET, post: GET }), `${AT}/GET: is no method: did you mean get?`],
    [
      shop({}, { $ref: "#/components/pathItems/Tools" }, { pathItems: { Tools: { get: GET, delte: GET } } }),
      `${AT}/delte: is no method: did you mean delete?`,
    ],
    [
      shop({ paths: { "/tools/{toolId}": { get: { ...GET, parameters: [ID] } } } }),
      "#/paths/~1tools~1{toolId}/get/parameters/0: is the path parameter toolID, and /tools/{toolId} has no {toolID}: did you mean {toolId}?",
    ],
    [
      shop(
        { paths: { "/tools": { get: GET, parameters: [{ $ref: "#/components/parameters/Id" }] } } },
        undefined,
        {
          parameters: { Id: ID },
        },
      ),
      "#/paths/~1tools/parameters/0: is the path parameter toolID, and /tools has no {toolID}",
    ],
    [
      shop({ security: [{ kex: [] }] }, undefined, { securitySchemes: { key: KEY } }),
      "#/security/0/kex: is no security scheme of the document: did you mean key?",
    ],
    [
      shop(
        {},
        { get: { ...GET, security: [{}, { key: [], bearer: [] }] } },
        { securitySchemes: { key: KEY } },
      ),
      `${AT}/get/security/1/bearer: is no security scheme of the document`,
    ],
  ])("%j", ([document, message]) => {
    expect(problemOf(document)).toBe(`shop.json${message}`);
  });
});

describe("no mistake", () => {
  test.each([
    [
      "equal limits",
      withSchema({ minLength: 3, maxLength: 3, minimum: 3, maximum: 3, exclusiveMaximum: false }),
    ],
    ["a limit that stands alone", withSchema({ exclusiveMinimum: true, maximum: 3, minItems: 5 })],
    [
      "a path parameter that is not declared, as generate takes it",
      shop({ paths: { "/tools/{id}": { get: GET } } }),
    ],
    [
      "a path parameter that is not said to be required, as generate takes it",
      shop({ paths: { "/tools/{toolID}": { get: { ...GET, parameters: [{ ...ID, required: false }] } } } }),
    ],
    ["a piece of a document, without security schemes", shop({ security: [{ key: [] }] })],
    [
      "a reference to a security scheme",
      shop({ security: [{ "#/components/securitySchemes/key": [] }] }, undefined, {
        securitySchemes: { key: KEY },
      }),
    ],
    [
      "methods of OpenAPI 3.2",
      shop({ openapi: "3.2.0" }, { get: GET, query: GET, additionalOperations: { COPY: GET } }),
    ],
    [
      "extensions among paths",
      shop({ paths: { "x-a": null, "x-b": { gett: GET, parameters: [ID] }, "/tools": { get: GET } } }),
    ],
    [
      "all that a path may have",
      shop({}, { summary: "a", description: "b", servers: [], parameters: [], trace: GET, "x-gett": GET }),
    ],
  ])("%s", (_what, document) => {
    expect(problemOf(document)).toBe("nothing");
  });
});
