import { beforeAll, describe, expect, it } from "vitest";
import { documentOf, generateFrom } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

const SCHEMAS = `
    Base: { type: object, required: [title], properties: { title: { type: string }, copies: { type: integer } } }
    Stamp: { type: object, properties: { id: { type: string, readOnly: true }, made: { type: string, readOnly: true } } }
    Trait: { type: object, description: What nothing is said of. }
    Book: { allOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/Stamp" }, { $ref: "#/components/schemas/Trait" }] }
    Closed: { type: object, nullable: true, properties: {}, additionalProperties: false }
    Paging: { type: object, required: [total, items], properties: { total: { type: integer } } }
    Albums: { allOf: [{ $ref: "#/components/schemas/Paging" }, { type: object, properties: { items: { type: array, items: { type: string } } } }] }
    Undeclared: { type: object, required: [a, b], properties: { a: { type: string } } }
    Hidden: { allOf: [{ $ref: "#/components/schemas/Paging" }, { type: object, properties: { items: { type: string, readOnly: true } } }] }
    Beside: { type: object, required: [job], properties: { job: { $ref: "#/components/schemas/Base", nullable: true }, need: { $ref: "#/components/schemas/Base", required: [copies] } } }
    Open: { type: object, required: [cloud, note], properties: { cloud: { type: string, x-extensible-enum: [AWS, GCP] }, note: { type: string, nullable: true } } }
    Narrow: { allOf: [{ $ref: "#/components/schemas/Open" }, { type: object, properties: { cloud: { type: string, enum: [AWS] }, note: { type: string } } }] }
    Listed: { type: object, properties: { tags: { items: { type: string, enum: [a, b] } }, sizes: { type: number, enum: [-.inf, 1] } } }
    Value: { oneOf: [{ type: string }, { type: object, additionalProperties: { type: string } }] }
    Noted: { allOf: [{ $ref: "#/components/schemas/Base" }, { oneOf: [{ $ref: "#/components/schemas/Stamp" }, { $ref: "#/components/schemas/Note" }] }] }
    Marked: { allOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/StampOrNote" }] }
    StampOrNote: { anyOf: [{ $ref: "#/components/schemas/Stamp" }, { $ref: "#/components/schemas/Note" }] }
    Note: { type: object, required: [note], properties: { note: { type: string } } }
    Free: { type: object, properties: { copies: { type: integer } }, oneOf: [{ $ref: "#/components/schemas/Trait" }, { $ref: "#/components/schemas/Note" }] }
    Nulls: { type: object, required: [a, any], properties: { a: { type: string }, any: { nullable: true, allOf: [{ type: object }] } }, allOf: [{ type: object, properties: { a: { type: string, nullable: true } } }] }
    Seen: { type: object, properties: { at: { type: object, required: [day, by], properties: { day: { type: string }, by: { type: string } } } } }
    Sent: { allOf: [{ $ref: "#/components/schemas/Seen" }, { type: object, properties: { at: { type: object, properties: { by: { type: string, readOnly: true } } } } }] }
    Levels: { type: object, properties: { a: { type: string } }, patternProperties: { "^x-": { type: integer } } }
    Named: { allOf: [{ $ref: "#/components/schemas/Levels" }, { type: object, properties: { on: { type: boolean } } }] }
    Few: { type: object, properties: { q: { type: string, enum: [a, b] } }, allOf: [{ type: object, properties: { q: { type: string, enum: [b, c] } } }] }
    Labels: { allOf: [{ $ref: "#/components/schemas/Value" }, { type: object, additionalProperties: { type: string } }] }`;

const NAMES = [...SCHEMAS.matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name);

const WRITTEN = ["Book", "Stamp", "Hidden", "Noted", "Marked", "StampOrNote", "Sent"]
  .map(
    (name) => `
  /test/v1/${name.toLowerCase()}s:
    post:
      operationId: create${name}
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } }
      responses: { "204": { description: It is done. } }`,
  )
  .join("");

let checker: TypeChecker;

beforeAll(async () => {
  const { files } = await generateFrom(
    documentOf({ paths: pathsReturning(...NAMES) + WRITTEN, schemas: SCHEMAS }),
  );
  checker = createTypeChecker(files);
});

function errorsOf(type: string, value: string): readonly string[] {
  return checker.errorsIn(
    `import type { ${type} } from "./test-v1.js";\nexport const value: ${type} = ${value};`,
  );
}

describe("What schemas say together", () => {
  it("compiles", () => {
    expect(checker.errorsInFiles()).toEqual([]);
  });

  it.each([
    ["BookCreate", `{ title: "Dune" }`],
    ["Closed", "{}"],
    ["Closed", "null"],
    ["Albums", `{ total: 1, items: ["a"] }`],
    ["Undeclared", `{ a: "x", b: 1 }`],
    ["HiddenCreate", "{ total: 1 }"],
    ["Beside", "{ job: null }"],
    ["Narrow", `{ cloud: "AWS", note: "" }`],
    ["Listed", `{ tags: ["a"], sizes: 1 }`],
    ["Labels", `{ a: "b" }`],
    ["NotedCreate", `{ title: "Dune" }`],
    ["NotedCreate", `{ title: "Dune", note: "A gift" }`],
    ["MarkedCreate", `{ title: "Dune", copies: 3 }`],
    ["StampOrNoteCreate", "{}"],
    ["Free", `{ copies: 3 }`],
    ["SentCreate", `{ at: { day: "Monday" } }`],
    ["Sent", `{ at: { day: "Monday", by: "post" } }`],
    ["Named", `{ a: "b", on: true, "x-level": 3 }`],
    ["Few", `{ q: "b" }`],
    ["Nulls", `{ a: "x", any: null }`],
    ["Nulls", `{ a: "x", any: { b: 1 } }`],
  ])("%s accepts %s", (type, value) => {
    expect(errorsOf(type, value)).toEqual([]);
  });

  it.each([
    ["BookCreate", `{ title: "Dune", copeis: 3 }`],
    ["BookCreate", `{ title: "Dune", id: "b-1" }`],
    ["StampCreate", `{ id: "b-1" }`],
    ["Closed", "{ a: 1 }"],
    ["Albums", "{ total: 1 }"],
    ["Albums", "{ total: 1, items: [1] }"],
    ["Undeclared", `{ a: "x" }`],
    ["HiddenCreate", `{ total: 1, items: "x" }`],
    ["Beside", `{ job: null, need: { title: "x" } }`],
    ["Narrow", `{ cloud: "GCP", note: "" }`],
    ["Narrow", `{ cloud: "AWS", note: null }`],
    ["Listed", `{ tags: ["zz"] }`],
    ["Labels", `{ a: 1 }`],
    ["NotedCreate", `{ title: "Dune", copeis: 3 }`],
    ["MarkedCreate", `{ title: "Dune", copeis: 3 }`],
    ["MarkedCreate", `{ note: "A gift" }`],
    ["StampOrNoteCreate", `{ id: "b-1" }`],
    ["Free", `{ copeis: 3 }`],
    ["SentCreate", `{ at: { day: "Monday", by: "post" } }`],
    ["Sent", `{ at: { day: "Monday" } }`],
    ["Named", `{ on: null }`],
    ["Few", `{ q: "a" }`],
    ["Few", `{ q: "c" }`],
    ["Nulls", `{ a: null, any: null }`],
    ["Nulls", `{ a: "x", any: 1 }`],
  ])("%s refuses %s", (type, value) => {
    expect(errorsOf(type, value)).not.toEqual([]);
  });

  it.each([
    ["two types of a property", "properties: { state: { type: object } }"],
    ["two types of a value", "type: string"],
  ])("is an error with its place for %s", (_what, says) => {
    const schemas = `
    Base: { type: object, properties: { state: { type: string } } }
    Both: { allOf: [{ $ref: "#/components/schemas/Base" }, { ${says} }] }`;
    expect(() => normaliseDocuments(documentOf({ paths: pathsReturning("Both"), schemas }))).toThrow(
      /^test\.yaml:\d+:\d+: the members of `allOf` contradict each other/,
    );
  });
});

describe("Schemas of OpenAPI 3.1", () => {
  it.each([
    ["the schema true", "true", `{ a: 1 }`, undefined],
    [
      "a tuple without more items",
      "{ prefixItems: [{ type: number }], minItems: 1, items: false }",
      "[1]",
      "[1, 2]",
    ],
    ["the schema false as a member", "{ type: object, properties: { b: false } }", "{}", "{ b: 1 }"],
    ["types with their own keywords", "{ type: [string, array], items: { type: string } }", `["a"]`, "[1]"],
    [
      "an object among types",
      "{ type: [string, object], properties: { q: { type: string } } }",
      `"a"`,
      "{ q: 1 }",
    ],
    ["a bare null among types", "{ type: [string, null] }", "null", "1"],
    ["nothing but null", "{ oneOf: [{ type: 'null' }] }", "null", "1"],
  ])("have %s", async (_what, schema, right, wrong) => {
    const { text } = documentOf({
      paths: pathsReturning("Box"),
      schemas: `\n    Box: { type: object, required: [it], properties: { it: ${schema} } }`,
    });
    const { files } = await generateFrom({ name: "test.yaml", text: text.replace("3.0.3", "3.1.0") });
    const compiled = createTypeChecker(files);
    const errors = (value: string): readonly string[] =>
      compiled.errorsIn(
        `import type { Box } from "./test-v1.js";\nexport const value: Box = { it: ${value} };`,
      );
    expect(compiled.errorsInFiles()).toEqual([]);
    expect(errors(right)).toEqual([]);
    if (wrong !== undefined) expect(errors(wrong)).not.toEqual([]);
  });
});

describe("A body of any media type", () => {
  it("is JSON if its schema is an object", async () => {
    const { files } = await generateFrom(
      documentOf({
        paths: pathsReturning("Base").replace("application/json", '"*/*"'),
        schemas: SCHEMAS,
      }),
    );
    expect(files.get("test-v1.ts")).toContain("200: JsonContent<Base>");
  });
});
