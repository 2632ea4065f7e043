import { describe, expect, it } from "vitest";
import { generateFrom } from "../fixtures.js";
import { createTypeChecker } from "../type-checker.js";

describe("Names that are no names of TypeScript", () => {
  it("become some that are", async () => {
    const { files } = await generateFrom({
      name: "test.yaml",
      text: `openapi: 3.0.3
info: { title: Test, version: "1" }
paths:
  /constructor/v1/then/{1}/{new}/{a-b}/{aB}:
    get:
      operationId: new
      parameters: [{ name: "1", in: query, schema: { type: string } }]
      responses: { "204": { description: It is done. } }
    put: { operationId: bulk-1, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { "204": { description: It is done. } } }
    post: { operationId: constructor, responses: { "204": { description: It is done. } } }
    delete: { operationId: "数", responses: { "204": { description: It is done. } } }
  /constructor/v1/toString:
    get:
      operationId: getIt
      responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/1%23" } } } } }
components:
  schemas:
    "1#": { type: object, properties: { it: { $ref: "#/components/schemas/%23" } } }
    "#": { type: integer, enum: [-1] }
`,
    });
    const checker = createTypeChecker(files);
    expect(checker.errorsInFiles()).toEqual([]);
    const code = `import type { Resources } from "./index.js";
declare const { thenResource, toStringResource }: Resources["constructorResource"]["v1"];
export const done = [thenResource.new("a", "b", "c", "d"), thenResource.callConstructor("a", "b", "c", "d")];
export const it: Promise<{ it?: -1 }> = toStringResource.get();`;
    expect(checker.errorsIn(code)).toEqual([]);
  });
});
