import { describe, expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";
import { createTypeChecker } from "../type-checker.js";

const document = documentOf({
  paths: `
  /zoo/v1/animals:
    get:
      operationId: listZooV1Animals
      responses:
        "200":
          description: All of them.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Animal" } }`,
  schemas: `
    Animal:
      type: object
      required: [kind, name]
      properties: { kind: { type: string }, name: { type: string, maxLength: 20 } }
      discriminator: { propertyName: kind, mapping: { Cat: "#/components/schemas/Cat", Dog: "#/components/schemas/Dog" } }
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
    Furred: { allOf: [{ $ref: "#/components/schemas/Animal" }, { type: object, properties: { fur: { type: string } } }] }
    Cat: { allOf: [{ $ref: "#/components/schemas/Furred" }, { type: object, properties: { lives: { type: integer } } }] }
    Dog:
      allOf: [{ $ref: "#/components/schemas/Animal" }, { type: object, required: [tricks], properties: { tricks: { type: array, items: { type: string } } } }]`,
});

describe("A union whose variants inherit from it", () => {
  it("becomes the union of its variants, each with the properties that it inherits", async () => {
    const { files, fixes } = await generateFrom(document);
    const checker = createTypeChecker(files);
    expect(checker.errorsInFiles()).toEqual([]);
    const narrowed = `
      import type { Animal } from "./zoo-v1.js";
      declare const animal: Animal;
      export const name: string = animal.kind === "Dog" ? animal.name + animal.tricks[0] : "";
      export const lives: number | undefined = animal.kind === "Cat" ? animal.lives : 0;
      export const fur: string | undefined = animal.kind === "Cat" ? animal.fur : "";`;
    expect(checker.errorsIn(narrowed)).toEqual([]);
    expect(
      checker.errorsIn(`${narrowed}\nexport const tricks = animal.kind === "Cat" && animal.tricks;`),
    ).toHaveLength(1);
    expect(files.get("zoo-v1.ts")).toContain("At most 20 characters");
    expect(fixes.map(({ reason }) => reason)).toContain(
      "its variants inherit from it: its own properties are now in `AnimalBase`",
    );
  });
});
