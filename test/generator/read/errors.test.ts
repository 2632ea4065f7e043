import { describe, expect, it } from "vitest";
import type { InputDocument } from "../../../scripts/generator/read/input.js";
import { DocumentError } from "../../../scripts/generator/read/source.js";
import { generateFrom, readFixture } from "../fixtures.js";

async function errorOf(...documents: readonly InputDocument[]): Promise<string> {
  const outcome = await generateFrom(...documents).catch((error: unknown) => error);
  if (outcome instanceof DocumentError) return outcome.message;
  throw new Error("this should have been a DocumentError", { cause: outcome });
}

describe("A document that cannot be used is reported with line and column", () => {
  it.each([
    ["is not YAML", "openapi: 3.0.3\npaths: [1, 2\n", /^doc\.yaml:3:1: .+/],
    ["repeats a key", "openapi: 3.0.3\npaths: {}\npaths: {}\n", /^doc\.yaml:3:1: Map keys must be unique$/],
    ["is not a mapping", "- openapi\n", /^doc\.yaml:1:1: the document must be a mapping$/],
    ["is empty", "", /^doc\.yaml:1:1: the document must be a mapping$/],
    [
      "is not OpenAPI 3",
      "openapi: 4.0.0\npaths: {}\n",
      /^doc\.yaml:1:1: an OpenAPI document says `openapi: 3\.x`$/,
    ],
    [
      "is Swagger 2.0",
      'swagger: "2.0"\npaths: {}\n',
      /^doc\.yaml:1:1: this is Swagger 2\.0: convert it to OpenAPI 3 first, .+`npx swagger2openapi .+`$/,
    ],
    [
      "has a number for the version",
      "openapi: 3.1\npaths: {}\n",
      /^doc\.yaml:1:1: YAML reads 3\.1 as a number: write `openapi: "3\.1\.0"`$/,
    ],
    [
      "has webhooks only",
      "openapi: 3.1.0\nwebhooks: {}\n",
      /^doc\.yaml:2:1: it describes webhooks only, so there is nothing to call: leave this document out$/,
    ],
    [
      "misspells openapi",
      "opneapi: 3.1.0\npaths: {}\n",
      /^doc\.yaml:1:1: there is no key `opneapi`: did you mean `openapi`\?$/,
    ],
    [
      "misspells paths",
      "openapi: 3.1.0\npath: {}\n",
      /^doc\.yaml:2:1: there is no key `path`: did you mean `paths`\?$/,
    ],
    [
      "has a reference to what every object inherits",
      'openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Plant: { $ref: "#/components/schemas/constructor" }\n',
      /^doc\.yaml:5:5: "#\/components\/schemas\/constructor" points at nothing$/,
    ],
    ["has no paths", "openapi: 3.0.3\n", /^doc\.yaml:1:1: `paths` must be a mapping$/],
    [
      "misspells a method",
      "openapi: 3.0.3\npaths:\n  /plants:\n    gett: {}\n",
      /^doc\.yaml:4:5: there is no method `gett`: did you mean `get`\?$/,
    ],
    [
      "has a method in capitals",
      "openapi: 3.0.3\npaths:\n  /plants:\n    x-get: {}\n    query: {}\n    POST: {}\n",
      /^doc\.yaml:6:5: there is no method `POST`: did you mean `post`\?$/,
    ],
    [
      "has a path without a slash",
      "openapi: 3.0.3\npaths:\n  plants: {}\n",
      /^doc\.yaml:3:3: a path must start with a slash$/,
    ],
    [
      "has a schema that is not a mapping",
      "openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Plant:\n      type: array\n      items: string\n",
      /^doc\.yaml:7:7: `items` must be a mapping$/,
    ],
    [
      "has properties that are not a mapping",
      "openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Plant:\n      properties: [a]\n",
      /^doc\.yaml:6:7: `properties` must be a mapping$/,
    ],
    [
      "has an allOf that is not a list",
      "openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Plant:\n      oneOf:\n        - type: string\n        - allOf: x\n",
      /^doc\.yaml:8:11: `allOf` must be a list$/,
    ],
    [
      "has a reference to nothing",
      'openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Plant: { $ref: "#/components/schemas/Tree" }\n',
      /^doc\.yaml:5:5: "#\/components\/schemas\/Tree" points at nothing$/,
    ],
    [
      "has a reference to another file",
      'openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Plant: { $ref: "trees.yaml#/Tree" }\n',
      /^doc\.yaml:5:5: "trees\.yaml#\/Tree" points to another document, so this one is split into several: bundle them into one first, .+`npx @redocly\/cli bundle .+`$/,
    ],
    [
      "has a description in another file",
      "openapi: 3.0.3\ninfo: { title: T, version: '1', description: { $ref: text.md } }\npaths: {}\n",
      /^doc\.yaml:2:33: "text\.md" points to another document, so this one is split into several: bundle them .+$/,
    ],
    [
      "has a mapping for a description",
      "openapi: 3.0.3\ninfo: { title: T, version: '1', description: { en: A text } }\npaths: {}\n",
      /^doc\.yaml:2:33: `description` must be a string$/,
    ],
    [
      "has a parameter that refers to itself",
      'openapi: 3.0.3\npaths: {}\ncomponents:\n  parameters:\n    A: { $ref: "#/components/parameters/A" }\n',
      /^doc\.yaml:5:5: "#\/components\/parameters\/A" leads back to itself$/,
    ],
    [
      "has a schema that is composed of itself",
      'openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    A: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: string }] }\n',
      /^doc\.yaml:5:5: the schema leads back to itself: A → A$/,
    ],
    [
      "has schemas that are composed of each other",
      'openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: "#/components/schemas/B" }\n    B: { allOf: [{ $ref: "#/components/schemas/A" }] }\n',
      /^doc\.yaml:5:5: the schema leads back to itself: A → B → A$/,
    ],
  ])("if it %s", async (_what, text, message) => {
    expect(await errorOf({ name: "doc.yaml", text })).toMatch(message);
  });

  it("at the reference, if its target has the wrong shape", async () => {
    const text = `openapi: 3.0.3
paths:
  /plants:
    get:
      operationId: listPlants
      parameters:
        - { $ref: "#/components/parameters/Size" }
      responses: {}
components:
  parameters:
    Size: { name: size, in: query, schema: { items: none } }
`;
    expect(await errorOf({ name: "doc.yaml", text })).toBe("doc.yaml:7:11: `items` must be a mapping");
  });

  it("if another document describes the same operation", async () => {
    const garden = await readFixture("garden-v2.yaml");
    const again = { name: "again.yaml", text: garden.text };
    expect(await errorOf(garden, again)).toBe(
      "garden-v2.yaml:6:5: listGardenV2Plants is described a second time; it is in again.yaml too",
    );
  });
});
