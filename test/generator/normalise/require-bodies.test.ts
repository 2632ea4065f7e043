import { describe, expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";

const SCHEMAS = `
    Strict: { type: object, required: [id, name], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Served: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Loose: { type: object, properties: { name: { type: string } } }
    Either: { oneOf: [{ $ref: "#/components/schemas/Strict" }, { type: object, required: [code], properties: { code: { type: integer } } }] }`;

/** How the body of a POST is declared: as an argument, and in the table of operations. */
async function bodyOf(
  schema: string,
  required = "",
): Promise<{ argument?: string; table: string; fixes: number }> {
  const paths = `
  /zoo/v1/animals:
    post:
      operationId: createZooV1Animal
      requestBody:
        ${required}
        content: { application/json: { schema: ${schema} } }
      responses: { "204": { description: It is done. } }`;
  const { files, fixes } = await generateFrom(documentOf({ paths, schemas: SCHEMAS }));
  const text = files.get("zoo-v1.ts") ?? "";
  const argument = /create\((body\??):/.exec(text)?.[1];
  return {
    ...(argument !== undefined && { argument }),
    table: text.includes("optionalBody: true") ? "optional" : "required",
    fixes: fixes.filter(({ reason }) => reason.startsWith("the body is required")).length,
  };
}

const reference = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

describe("A body is required by default", () => {
  it.each([
    ["its schema requires a property", reference("Strict")],
    ["each variant of its schema requires one", reference("Either")],
    ["a member of allOf requires one", `{ allOf: [${reference("Loose")}, { required: [name] }] }`],
  ])("if %s", async (_what, schema) => {
    expect(await bodyOf(schema)).toEqual({ argument: "body", table: "required", fixes: 1 });
  });

  it.each([
    ["its schema requires no property", reference("Loose")],
    ["its schema requires only read-only properties", reference("Served")],
  ])("but not if %s", async (_what, schema) => {
    expect(await bodyOf(schema)).toEqual({ argument: "body?", table: "optional", fixes: 0 });
  });
});

describe("A body for which the document says whether it is required", () => {
  it.each([
    ["required: true", { argument: "body", table: "required", fixes: 0 }],
    ["required: false", { argument: "body?", table: "optional", fixes: 0 }],
  ])("is as the document says: %s", async (required, expected) => {
    expect(await bodyOf(reference("Strict"), required)).toEqual(expected);
  });
});
