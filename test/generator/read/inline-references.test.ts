import { describe, expect, it } from "vitest";
import { documentOf } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

describe("A reference", () => {
  it("is resolved in a property of any name", () => {
    const schemas = `
    Rose: { type: object, properties: { default: { $ref: "#/components/schemas/test.v1.Colour" } } }
    test.v1.Colour: { type: string }`;
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("Rose"), schemas }));
    const colour = { $ref: "#/components/schemas/Colour" };
    expect(document.components.schemas["Rose"]?.properties?.["default"]).toEqual(colour);
  });

  it("is data in an example or an extension", () => {
    const schemas = `
    Rose: { type: object, example: { $ref: "nowhere" }, x-note: { $ref: "nowhere" } }`;
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("Rose"), schemas }));
    expect(document.components.schemas["Rose"]?.example).toEqual({ $ref: "nowhere" });
  });

  it("into a schema or a path is replaced by its target", () => {
    const schemas = `
    Rose: { type: object, properties: { colour: { type: string, maxLength: 9 } } }
    Tulip:
      type: object
      properties:
        colour: { $ref: "#/components/schemas/Rose/properties/colour" }
        size: { $ref: "#/paths/~1test~1v1~1size~1%7Bid%7D/get/parameters/0/schema" }`;
    const paths = `${pathsReturning("Tulip")}
  /test/v1/size/{id}:
    get:
      operationId: getSize
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { "204": { description: Done. } }`;
    const { document } = normaliseDocuments(documentOf({ paths, schemas }));
    expect(document.components.schemas["Tulip"]?.properties).toEqual({
      colour: { type: "string", maxLength: 9 },
      size: { type: "integer" },
    });
  });
});
