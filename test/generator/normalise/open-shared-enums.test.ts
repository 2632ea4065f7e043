import { describe, expect, it } from "vitest";
import { generateFrom } from "../fixtures.js";

/** A document of a service, with one operation. */
function documentWith(service: string, name: string, phase: string): { name: string; text: string } {
  const text = `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /${service}/v1/${name}:
    get:
      operationId: get${name}
      responses:
        "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: { phase: { type: string, ${phase} } } }
`;
  return { name: `${name}.yaml`, text };
}

const OPEN = documentWith("s", "b", "x-extensible-enum: [UP, DOWN]");

describe("An enum that one document has open", () => {
  it.each([["after"], ["before"]])(
    "is open in another document of the service whose name sorts %s it",
    async (where) => {
      const name = where === "after" ? "c" : "a";
      const { files, fixes } = await generateFrom(OPEN, documentWith("s", name, "enum: [DOWN, UP]"));
      const types = files.get("s-v1.ts") ?? "";
      expect(types).toContain("(string & {})");
      expect(types).not.toMatch(/phase\?: "DOWN" \| "UP";/);
      expect(fixes).toContainEqual({
        document: `${name}.yaml`,
        pointer: "/components/schemas/Thing/properties/phase/enum",
        reason: "open: another document of the service says so of the same schema",
      });
    },
  );

  it("stays closed in a document of another service, which must not change with what else is read", async () => {
    const { files, fixes } = await generateFrom(OPEN, documentWith("t", "c", "enum: [UP, DOWN]"));
    expect(files.get("s-v1.ts")).toContain('phase?: "UP" | "DOWN" | (string & {});');
    expect(files.get("t-v1.ts")).toContain('phase?: "UP" | "DOWN";');
    expect(fixes).toEqual([]);
  });

  it("stays closed in a document of the service with other values", async () => {
    const { files } = await generateFrom(OPEN, documentWith("s", "c", "enum: [UP]"));
    expect(files.get("s-v1.ts")).toContain('phase?: "UP";');
  });
});
