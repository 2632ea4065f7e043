import { beforeAll, describe, expect, it } from "vitest";
import { pathsReturning } from "../normalise-documents.js";
import { documentOf, generateFrom, type Generated } from "../fixtures.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

const SCHEMAS = `
    Base: { type: object, required: [count], properties: { count: { type: integer } } }
    Config:
      type: object
      required: [class]
      properties: { class: { type: string }, retries: { type: integer } }
      additionalProperties: { type: string }
    Flags: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, additionalProperties: { type: boolean } }] }
    Marked: { type: object, properties: { id: { type: integer } }, patternProperties: { "^x-": { type: string } } }
    Pair: { type: array, prefixItems: [{ type: string }, { type: number }], minItems: 2, maxItems: 2 }
    Row: { type: array, prefixItems: [{ type: string }, { type: number }], minItems: 1, items: { type: boolean } }
    Either:
      type: object
      required: [id]
      properties: { id: { type: string } }
      anyOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: string } } }]
    Level: { type: string, oneOf: [{ enum: [low] }, { enum: [high] }] }
    Json: { oneOf: [{ type: string }, { type: array, items: { $ref: "#/components/schemas/Json" } }] }
    Maybe: { type: object, nullable: true, properties: { id: { type: string } } }
    Surely: { allOf: [{ $ref: "#/components/schemas/Maybe" }, { type: object, required: [id, more], properties: { more: { type: string } } }] }
    Not: { type: object, properties: { id: { type: string } }, not: { required: [x] } }`;

const NAMES = [...SCHEMAS.matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name);

let generated: Generated;
let checker: TypeChecker;

beforeAll(async () => {
  generated = await generateFrom(documentOf({ paths: pathsReturning(...NAMES), schemas: SCHEMAS }));
  checker = createTypeChecker(generated.files);
});

function errorsIn(type: string, value: string): readonly string[] {
  return checker.errorsIn(
    `import type { ${type} } from "./test-v1.js";\nexport const value: ${type} = ${value};`,
  );
}

describe("A schema of JSON Schema's own kinds", () => {
  it("compiles", () => {
    expect(checker.errorsInFiles()).toEqual([]);
  });

  it.each([
    ["Config", '{ class: "Sink", retries: 3, "other.setting": "on" }', '{ class: "Sink", retries: "3" }'],
    ["Config", '{ class: "Sink" }', '{ other: "on" }'],
    ["Flags", "{ count: 3, on: true }", "{ count: true }"],
    ["Marked", '{ id: 1, "x-mark": "a" }', '{ id: "a" }'],
    ["Pair", '["a", 1]', '["a"]'],
    ["Row", '["a"]', "[]"],
    ["Row", '["a", 1, true]', '["a", true]'],
    ["Either", '{ id: "1", b: "b" }', '{ id: "1" }'],
    ["Level", '"high"', '"middle"'],
    ["Json", '["a", ["b"]]', "[1]"],
    ["Surely", '{ id: "1", more: "m" }', "null"],
  ])("%s takes %s and refuses %s", (type, right, wrong) => {
    expect(errorsIn(type, right)).toEqual([]);
    expect(errorsIn(type, wrong)).not.toEqual([]);
  });

  it("says among the fixes what TypeScript cannot say", () => {
    expect(generated.fixes).toContainEqual({
      document: "test.yaml",
      pointer: "/components/schemas/Not/not",
      reason: "`not` is not in the type: TypeScript cannot say it",
    });
  });
});
