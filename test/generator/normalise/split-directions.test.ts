import { describe, expect, it } from "vitest";
import { answering, clean } from "../normalised.js";
import { documentOf } from "../fixtures.js";

describe("What is written", () => {
  const posting = (path: string, id: string, schema: string): string => `
  /test/v1/${path}:
    post:
      operationId: ${id}
      requestBody: { content: { application/json: { schema: ${schema} } } }
      responses: { "204": { description: Done. } }`;
  const rose = '{ $ref: "#/components/schemas/Rose" }';

  it("lacks a property whose schema says elsewhere that it is read-only", () => {
    const schemas = `
    Rose:
      type: object
      required: [meta, more]
      properties:
        meta: { $ref: "#/components/schemas/Meta" }
        more: { allOf: [{ $ref: "#/components/schemas/Meta" }] }
        colour: { type: string }
    Meta: { type: object, readOnly: true }`;
    const paths = posting("roses", "createRose", rose) + answering("Rose");
    const { document } = clean(documentOf({ paths, schemas }));
    expect(document.components.schemas["RoseCreate"]).toEqual({
      type: "object",
      properties: { colour: { type: "string" } },
    });
  });

  it("is the type that is read, where that is the same", () => {
    const schemas = `
    Rose: { type: object, required: [colour], properties: { colour: { type: string } } }`;
    const wanting = `{ allOf: [${rose}, { required: [colour] }] }`;
    const paths = posting("roses", "createRose", rose) + posting("a", "addRose", wanting) + answering("Rose");
    const { document } = clean(documentOf({ paths, schemas }));
    expect(Object.keys(document.components.schemas)).toEqual(["Rose"]);
  });

  it("keeps its name if it is not read as well", () => {
    const schemas = `
    Rose: { type: object, properties: { id: { type: string, readOnly: true }, colour: { type: string } } }`;
    const { document } = clean(documentOf({ paths: posting("roses", "createRose", rose), schemas }));
    expect(document.components.schemas).toEqual({
      Rose: { type: "object", properties: { colour: { type: "string" } } },
    });
  });

  it("is the same type for operations that want the same", () => {
    const schemas = `
    Rose: { type: object, properties: { id: { type: string, readOnly: true }, colour: { type: string } } }`;
    const wanting = `{ allOf: [${rose}, { required: [colour] }] }`;
    const paths =
      posting("roses", "createRose", rose) +
      posting("roses:cut", "cutRose", wanting) +
      posting("roses:copy", "copyRose", rose) +
      answering("Rose");
    const { document } = clean(documentOf({ paths, schemas }));
    const bodies = ["roses", "roses:cut", "roses:copy"].map(
      (path) =>
        document.paths[`/test/v1/${path}`]?.post?.requestBody?.content["application/json"]?.schema?.$ref,
    );
    expect(bodies).toEqual(
      ["RoseCreate", "RoseCut", "RoseCreate"].map((name) => `#/components/schemas/${name}`),
    );
    expect(document.components.schemas["RoseCut"]?.required).toEqual(["colour"]);
    expect(document.components.schemas["RoseCreate"]?.required).toBeUndefined();
  });
});

describe("A reference", () => {
  it("leads to a property of whatever name", () => {
    const schemas = `
    Rose: { type: object, properties: { default: { $ref: "#/components/schemas/test.v1.Colour" } } }
    test.v1.Colour: { type: string }`;
    const { document } = clean(documentOf({ paths: answering("Rose"), schemas }));
    const colour = { $ref: "#/components/schemas/Colour" };
    expect(document.components.schemas["Rose"]?.properties?.["default"]).toEqual(colour);
  });

  it("is data within an example or an extension", () => {
    const schemas = `
    Rose: { type: object, example: { $ref: "nowhere" }, x-note: { $ref: "nowhere" } }`;
    const { document } = clean(documentOf({ paths: answering("Rose"), schemas }));
    expect(document.components.schemas["Rose"]?.example).toEqual({ $ref: "nowhere" });
  });

  it("into the midst of a schema, or of a path, gives way to what is there", () => {
    const schemas = `
    Rose: { type: object, properties: { colour: { type: string, maxLength: 9 } } }
    Tulip:
      type: object
      properties:
        colour: { $ref: "#/components/schemas/Rose/properties/colour" }
        size: { $ref: "#/paths/~1test~1v1~1size~1%7Bid%7D/get/parameters/0/schema" }`;
    const paths = `${answering("Tulip")}
  /test/v1/size/{id}:
    get:
      operationId: getSize
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { "204": { description: Done. } }`;
    const { document } = clean(documentOf({ paths, schemas }));
    expect(document.components.schemas["Tulip"]?.properties).toEqual({
      colour: { type: "string", maxLength: 9 },
      size: { type: "integer" },
    });
  });
});
