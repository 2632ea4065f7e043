import { expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";
import { normaliseDocuments } from "../normalise-documents.js";

function operation(id: string, limit: number): string {
  return `
      operationId: ${id}
      parameters:
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, maximum: ${limit} } }
      responses:
        "204": { description: Done., headers: { X-Request-Id: { schema: { type: string } } } }
        "404": { description: "Not for ${id}.", headers: { X-Request-Id: { schema: { type: string } } } }`;
}

const DOCUMENT = documentOf({
  paths: `
  /test/v1/a:
    get: ${operation("getA", 10)}
    put: ${operation("putA", 10)}
    delete: ${operation("deleteA", 20)}`,
});

it("A parameter or header of several operations becomes one component", async () => {
  const { document } = normaliseDocuments(DOCUMENT);
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
