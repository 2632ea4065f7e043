import { describe, expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";
import { pathsReturning } from "../normalise-documents.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

async function checkerOf(schemas: string, ...roots: readonly string[]): Promise<TypeChecker> {
  const { files } = await generateFrom(documentOf({ paths: pathsReturning(...roots), schemas }));
  const checker = createTypeChecker(files);
  expect(checker.errorsInFiles()).toEqual([]);
  return checker;
}

/** What the compiler says of a value of a type. */
function errorsOf(checker: TypeChecker, type: string, value: string): readonly string[] {
  return checker.errorsIn(
    `import type { ${type} } from "./test-v1.js";\nexport const value: ${type} = ${value};`,
  );
}

describe("A discriminator without a mapping", () => {
  it.each([
    ["an enum of its own", `properties: { kind: { type: string, enum: [paper] } }`],
    [
      "an only value that is the default",
      `properties: { kind: { type: string, enum: [paper], default: paper } }`,
    ],
    ["a default", `properties: { kind: { type: string, default: paper } }`],
    [
      "a default among several values",
      `properties: { kind: { type: string, enum: [paper, cloth], default: paper } }`,
    ],
    ["an inherited enum", `allOf: [{ $ref: "#/components/schemas/Base" }]`],
    ["a referenced enum", `properties: { kind: { $ref: "#/components/schemas/Kind" } }`],
  ])("takes the value of a variant from %s", async (_what, says) => {
    const checker = await checkerOf(
      `
    Cover:
      oneOf: [{ $ref: "#/components/schemas/Paper" }, { $ref: "#/components/schemas/Cloth" }]
      discriminator: { propertyName: kind }
    Kind: { type: string, enum: [paper] }
    Base: { type: object, properties: { kind: { type: string, enum: [paper] } } }
    Paper: { type: object, ${says} }
    Cloth: { type: object, properties: { kind: { type: string, enum: [cloth] }, colour: { type: string } } }`,
      "Cover",
    );
    expect(errorsOf(checker, "Cover", `{ kind: "paper" }`)).toEqual([]);
    expect(errorsOf(checker, "Cover", `{ kind: "Paper" }`)).not.toEqual([]);
  });

  it("takes a variant's name if the document says nothing else", async () => {
    const checker = await checkerOf(
      `
    Cover:
      oneOf: [{ $ref: "#/components/schemas/Paper" }]
      discriminator: { propertyName: kind }
    Paper: { type: object, properties: { kind: { type: string } } }`,
      "Cover",
    );
    expect(errorsOf(checker, "Cover", `{ kind: "Paper" }`)).toEqual([]);
    expect(errorsOf(checker, "Cover", `{ kind: "paper" }`)).not.toEqual([]);
  });
});

describe("A discriminator on a base", () => {
  const ANIMALS = `
    Zoo: { type: object, required: [animal], properties: { animal: { oneOf: [{ $ref: "#/components/schemas/House" }, { $ref: "#/components/schemas/Dog" }] } } }
    Animal:
      type: object
      required: [kind]
      properties: { kind: { type: TYPE } }
      discriminator: { propertyName: kind, mapping: { 1: Cat, 2: "#/components/schemas/House", 3: Dog } }
    Cat: { allOf: [{ $ref: "#/components/schemas/Animal" }, { type: object, properties: { purrs: { type: boolean } } }] }
    House: { allOf: [{ $ref: "#/components/schemas/Cat" }, { type: object, properties: { home: { type: string } } }] }
    Dog: { allOf: [{ $ref: "#/components/schemas/Animal" }, { type: object, properties: { barks: { type: boolean } } }] }`;

  it.each([
    ["string", `"2"`, `"3"`],
    ["integer", "2", "3"],
  ])("tells heirs apart by a %s", async (type, house, dog) => {
    const checker = await checkerOf(ANIMALS.replace("TYPE", type), "Zoo", "Cat");
    expect(errorsOf(checker, "House", `{ kind: ${house}, home: "here" }`)).toEqual([]);
    expect(errorsOf(checker, "House", `{ kind: ${dog} }`)).not.toEqual([]);
    // An heir of an heir is one of both.
    expect(errorsOf(checker, "Cat", `{ kind: ${house} }`)).toEqual([]);
    const narrows = `import type { Zoo } from "./test-v1.js";
declare const zoo: Zoo;
export const barks = zoo.animal.kind === ${dog} ? zoo.animal.barks : undefined;`;
    expect(checker.errorsIn(narrows)).toEqual([]);
  });
});

describe("A reference with constraints beside it", () => {
  it("is no heir of the base that it refers to", async () => {
    const { text } = documentOf({
      paths: pathsReturning("Tagged", "Cat"),
      schemas: `
    Animal: { type: object, required: [kind], properties: { kind: { type: string }, tag: { type: string } }, discriminator: { propertyName: kind } }
    Cat: { allOf: [{ $ref: "#/components/schemas/Animal" }] }
    Tagged: { $ref: "#/components/schemas/Animal", required: [tag] }`,
    });
    const { files } = await generateFrom({ name: "test.yaml", text: text.replace("3.0.3", "3.1.0") });
    const checker = createTypeChecker(files);
    expect(errorsOf(checker, "Tagged", `{ kind: "Cat", tag: "t" }`)).toEqual([]);
    expect(errorsOf(checker, "Tagged", `{ kind: "Cat" }`)).not.toEqual([]);
    expect(errorsOf(checker, "Cat", `{ kind: "Dog" }`)).not.toEqual([]);
  });
});

describe("A schema that is a variant of several unions", () => {
  it("has in each property the values of that union, which requires its own", async () => {
    const checker = await checkerOf(
      `
    Plot: { type: object, properties: { a: { $ref: "#/components/schemas/ByCrop" }, b: { $ref: "#/components/schemas/ByUse" } } }
    Wheat: { type: object, required: [crop], properties: { crop: { type: string }, use: { type: string }, sown: { type: object, properties: { week: { type: integer } } } } }
    Flax: { type: object, required: [crop], properties: { crop: { type: string }, use: { type: string } } }
    ByCrop:
      oneOf: [{ $ref: "#/components/schemas/Wheat" }, { $ref: "#/components/schemas/Flax" }]
      discriminator: { propertyName: crop, mapping: { wheat: "#/components/schemas/Wheat", flax: "#/components/schemas/Flax" } }
    ByUse:
      oneOf: [{ $ref: "#/components/schemas/Wheat" }, { $ref: "#/components/schemas/Flax" }]
      discriminator: { propertyName: use, mapping: { bread: "#/components/schemas/Wheat", cloth: "#/components/schemas/Flax" } }`,
      "Plot",
    );
    expect(errorsOf(checker, "Wheat", `{ crop: "wheat" }`)).toEqual([]);
    expect(errorsOf(checker, "ByUse", `{ crop: "wheat", use: "bread" }`)).toEqual([]);
    expect(errorsOf(checker, "ByUse", `{ crop: "wheat", use: "wheat" }`)).not.toEqual([]);
    expect(errorsOf(checker, "ByUse", `{ crop: "wheat" }`)).not.toEqual([]);
    expect(errorsOf(checker, "ByUse", `{ crop: "wheat", use: "bread", sown: { weak: 1 } }`)).not.toEqual([]);
  });
});
