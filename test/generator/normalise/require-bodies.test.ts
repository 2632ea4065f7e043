import { describe, expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";

const SCHEMAS = `
    Strict: { type: object, required: [id, name], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Served: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Loose: { type: object, properties: { name: { type: string } } }
    Either: { oneOf: [{ $ref: "#/components/schemas/Strict" }, { type: object, required: [code], properties: { code: { type: integer } } }] }`;

/** How the argument is declared that is the body of a POST. */
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

describe("A body of which the document does not say whether it is required", () => {
  it.each([
    ["has to hold a property", reference("Strict")],
    ["has to hold one, whichever arm it is", reference("Either")],
    ["has to hold one by a member of allOf", `{ allOf: [${reference("Loose")}, { required: [name] }] }`],
  ])("is, when it %s", async (_what, schema) => {
    expect(await bodyOf(schema)).toEqual({ argument: "body", table: "required", fixes: 1 });
  });

  it.each([
    ["may be empty", reference("Loose")],
    ["has to hold only what the service sets", reference("Served")],
  ])("is not, when it %s", async (_what, schema) => {
    expect(await bodyOf(schema)).toEqual({ argument: "body?", table: "optional", fixes: 0 });
  });
});

describe("A body of which the document says it", () => {
  it.each([
    ["required: true", { argument: "body", table: "required", fixes: 0 }],
    ["required: false", { argument: "body?", table: "optional", fixes: 0 }],
  ])("is what it says: %s", async (required, expected) => {
    expect(await bodyOf(reference("Strict"), required)).toEqual(expected);
  });
});
