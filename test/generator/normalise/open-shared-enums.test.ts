import { describe, expect, it } from "vitest";
import { generateFrom } from "../fixtures.js";

function documentWith(service: string, phase: string): { name: string; text: string } {
  const text = `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /${service}/v1/things:
    get:
      operationId: get${service}
      responses:
        "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: { phase: { type: string, ${phase} } } }
`;
  return { name: `${service}.yaml`, text };
}

const OPEN = documentWith("a", "x-extensible-enum: [UP, DOWN]");

describe("An enum that is open in one document", () => {
  it.each([["after"], ["before"]])("is open in another document that comes %s it", async (where) => {
    const closed = documentWith("b", "enum: [DOWN, UP]");
    const { files, fixes } = await generateFrom(...(where === "after" ? [OPEN, closed] : [closed, OPEN]));
    const types = files.get("types.ts") ?? "";
    expect(types).toContain("(string & {})");
    expect(types).not.toMatch(/phase\?: "DOWN" \| "UP";/);
    expect(fixes).toContainEqual({
      document: "b.yaml",
      pointer: "/components/schemas/Thing/properties/phase/enum",
      reason: "open: another document says so of the same schema",
    });
  });

  it("stays closed in another document with other values", async () => {
    const { files } = await generateFrom(OPEN, documentWith("b", "enum: [UP]"));
    expect(files.get("types.ts")).toContain('phase?: "UP";');
  });
});
