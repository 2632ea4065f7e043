import { describe, expect, it } from "vitest";
import { documentOf } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

describe("A description", () => {
  it("loses markup that only a documentation page can show", () => {
    const schemas = `
    Rose:
      type: string
      description: |
        [![Stage](https://badges.test/stage)](#stages) ![a rose](rose.png)

        A *rose*, see [the guide](https://guide.test).

        ## The Rose Model
        <SchemaDefinition schemaRef="#/components/schemas/Rose" />

        ## Limits
        None.`;
    const { document, fixes } = normaliseDocuments(documentOf({ paths: pathsReturning("Rose"), schemas }));
    expect(document.components.schemas["Rose"]?.description).toBe(
      "A *rose*, see [the guide](https://guide.test).\n\n## Limits\nNone.",
    );
    expect(fixes.map(({ pointer }) => pointer)).toEqual(["/components/schemas/Rose/description"]);
  });

  it("stays as it is otherwise, also if `description` is a property or an example", () => {
    const schemas = `
    Rose:
      type: object
      properties: { description: { type: string, example: "![not an image](of the document)" } }
      example: { description: "![nor this](one)" }`;
    const { document, fixes } = normaliseDocuments(documentOf({ paths: pathsReturning("Rose"), schemas }));
    expect(fixes).toEqual([]);
    expect(document.components.schemas["Rose"]?.example).toEqual({ description: "![nor this](one)" });
  });
});
