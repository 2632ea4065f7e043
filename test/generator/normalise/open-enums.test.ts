import { describe, expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";

describe("An enum of a single value that is the default", () => {
  it("is open in any document, but a constant without a default is not", async () => {
    const schemas = `
    Rose: { type: object, properties: { colour: { type: string, enum: [RED], default: RED }, kind: { type: string, enum: [Rose] } } }`;
    const paths = `
  /test/v1/rose:
    get:
      operationId: getRose
      responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Rose" } } } } }`;
    const { files } = await generateFrom(documentOf({ paths, schemas }));
    expect(files.get("test-v1.ts")).toContain('colour?: "RED" | (string & {});');
    expect(files.get("test-v1.ts")).toContain('kind?: "Rose";');
  });
});
