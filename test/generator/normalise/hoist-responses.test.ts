import { expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";

const ITEM = "content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } }";

function operation(id: string, missing: string): string {
  return `
      operationId: ${id}
      responses:
        "200": { description: It., ${ITEM} }
        "404": { description: ${missing} }`;
}

const DOCUMENT = documentOf({
  paths: `
  /test/v1/a:
    get: ${operation("getA", "None.")}
    put: ${operation("putA", "None.")}
    delete: ${operation("deleteA", "Gone.")}`,
  schemas: `
    Item: { type: object, properties: { id: { type: string } } }`,
});

it("A response of several operations, success or failure, becomes one component; others stay inline", async () => {
  const { files, fixes } = await generateFrom(DOCUMENT);
  const types = files.get("types.ts") ?? "";
  expect(types.match(/200: components\["responses"\]\["Item"\];/g)).toHaveLength(3);
  expect(types.match(/404: components\["responses"\]\["NotFound"\];/g)).toHaveLength(2);
  expect(types).toContain("/** Gone. */");
  expect(fixes.map(({ pointer }) => pointer)).toEqual([
    "/paths/~1test~1v1~1a/get/responses/200",
    "/paths/~1test~1v1~1a/get/responses/404",
  ]);
});
