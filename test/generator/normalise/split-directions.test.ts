import { describe, expect, it } from "vitest";
import { documentOf } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

describe("A schema of requests", () => {
  const posting = (path: string, id: string, schema: string): string => `
  /test/v1/${path}:
    post:
      operationId: ${id}
      requestBody: { content: { application/json: { schema: ${schema} } } }
      responses: { "204": { description: Done. } }`;
  const rose = '{ $ref: "#/components/schemas/Rose" }';

  it("lacks a property that is read-only through a reference or allOf", () => {
    const schemas = `
    Rose:
      type: object
      required: [meta, more]
      properties:
        meta: { $ref: "#/components/schemas/Meta" }
        more: { allOf: [{ $ref: "#/components/schemas/Meta" }] }
        colour: { type: string }
    Meta: { type: object, readOnly: true }`;
    const paths = posting("roses", "createRose", rose) + pathsReturning("Rose");
    const { document } = normaliseDocuments(documentOf({ paths, schemas }));
    expect(document.components.schemas["RoseCreate"]).toEqual({
      type: "object",
      properties: { colour: { type: "string" } },
    });
  });

  it("is the schema of responses if both are the same", () => {
    const schemas = `
    Rose: { type: object, required: [colour], properties: { colour: { type: string } } }`;
    const wanting = `{ allOf: [${rose}, { required: [colour] }] }`;
    const paths =
      posting("roses", "createRose", rose) + posting("a", "addRose", wanting) + pathsReturning("Rose");
    const { document } = normaliseDocuments(documentOf({ paths, schemas }));
    expect(Object.keys(document.components.schemas)).toEqual(["Rose"]);
  });

  it("keeps its name if it is not in responses", () => {
    const schemas = `
    Rose: { type: object, properties: { id: { type: string, readOnly: true }, colour: { type: string } } }`;
    const { document } = normaliseDocuments(
      documentOf({ paths: posting("roses", "createRose", rose), schemas }),
    );
    expect(document.components.schemas).toEqual({
      Rose: { type: "object", properties: { colour: { type: "string" } } },
    });
  });

  it("is the same for operations that take the same body", () => {
    const schemas = `
    Rose: { type: object, properties: { id: { type: string, readOnly: true }, colour: { type: string } } }`;
    const wanting = `{ allOf: [${rose}, { required: [colour] }] }`;
    const paths =
      posting("roses", "createRose", rose) +
      posting("roses:cut", "cutRose", wanting) +
      posting("roses:copy", "copyRose", rose) +
      pathsReturning("Rose");
    const { document } = normaliseDocuments(documentOf({ paths, schemas }));
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
