import { describe, expect, it } from "vitest";
import { documentOf } from "../fixtures.js";
import { normaliseDocuments } from "../normalise-documents.js";

describe("The parameters of a path", () => {
  it("apply to its operations, unless an operation declares its own", () => {
    const paths = `
  /test/v1/roses:
    parameters:
      - { name: colour, in: query, schema: { type: string } }
      - { name: size, in: query, schema: { type: string } }
    get:
      operationId: listRoses
      parameters: [{ name: size, in: query, schema: { type: integer } }]
      responses: { "204": { description: None. } }`;
    const { document } = normaliseDocuments(documentOf({ paths }));
    expect(document.paths["/test/v1/roses"]?.get?.parameters).toEqual([
      { name: "colour", in: "query", schema: { type: "string" } },
      { name: "size", in: "query", schema: { type: "integer" } },
    ]);
  });
});
