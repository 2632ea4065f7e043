import { describe, expect, it } from "vitest";
import { clean } from "../normalised.js";
import { documentOf, generateFrom } from "../fixtures.js";

const ITEM = "content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } }";

function operation(id: string, missing: string, limit: number): string {
  return `
      operationId: ${id}
      parameters:
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, maximum: ${limit} } }
      responses:
        "200": { description: It., headers: { X-Request-Id: { schema: { type: string } } }, ${ITEM} }
        "404": { description: ${missing}, headers: { X-Request-Id: { schema: { type: string } } } }`;
}

const DOCUMENT = documentOf({
  paths: `
  /test/v1/a:
    get: ${operation("getA", "None.", 10)}
    put: ${operation("putA", "None.", 10)}
    delete: ${operation("deleteA", "Gone.", 20)}`,
  schemas: `
    Item: { type: object, properties: { id: { type: string } } }`,
});

describe("What several operations describe in the same words", () => {
  it("is one answer, be it a failure or a success, and what differs stays where it is", async () => {
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

  it("is one parameter, and one header", async () => {
    const { document } = clean(DOCUMENT);
    const { parameters = {}, headers = {} } = document.components;
    expect(Object.keys(parameters)).toEqual(["XTrace", "Limit"]);
    expect(Object.keys(headers)).toEqual(["XRequestId"]);
    const { get, put, delete: remove } = document.paths["/test/v1/a"] ?? {};
    expect(get?.parameters).toEqual([parameters["XTrace"], parameters["Limit"]]);
    expect(put?.parameters?.[1]).toBe(get?.parameters?.[1]);
    expect(remove?.parameters?.[1]).not.toEqual(get?.parameters?.[1]);
    const { files } = await generateFrom(DOCUMENT);
    expect(files.get("types.ts")).toContain('"X-Request-Id"?: components["headers"]["XRequestId"];');
  });
});
