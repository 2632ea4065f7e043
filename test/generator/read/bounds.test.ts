import { describe, expect, it } from "vitest";
import { MAX_DEPTH } from "../../../scripts/generator/read/bounds.js";
import { DocumentError, readSource } from "../../../scripts/generator/read/source.js";
import { documentOf, generateFrom } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

const LEVELS = Array.from({ length: 40 }, (_, level) => level);

/** What is repeated twice at each of forty levels. */
function doubled(line: (level: number) => string): string {
  return LEVELS.map((level) => `\n    ${line(level)}`).join("");
}

function errorOf(text: string): string {
  try {
    normaliseDocuments({ name: "test.yaml", text });
    return "";
  } catch (error) {
    if (error instanceof DocumentError) return error.message;
    throw error;
  }
}

describe("A document without end", () => {
  it("is refused if a value contains itself", () => {
    expect(errorOf("a: &a\n  b: [*a]\n")).toMatch(/^test\.yaml:\d+:\d+: the value contains itself$/);
  });

  it("is refused if aliases double what they stand for", () => {
    const text = documentOf({
      schemas: doubled((level) =>
        level === 0
          ? "A0: &a0 { type: object, properties: { a: { type: string } } }"
          : `A${level}: &a${level} { type: object, properties: { a: *a${level - 1}, b: *a${level - 1} } }`,
      ),
    }).text;
    expect(errorOf(text)).toMatch(/^test\.yaml:\d+:\d+: the document has more than 10,000,000 values/);
  });

  it("is refused if references double what they stand for", () => {
    const examples = doubled((level) =>
      level === 0
        ? "E0: { value: 1 }"
        : `E${level}: { links: { a: { $ref: "#/components/examples/E${level - 1}" }, b: { $ref: "#/components/examples/E${level - 1}" } } }`,
    );
    expect(errorOf(documentOf({}).text + `  examples:${examples}\n`)).toMatch(
      /^test\.yaml:\d+:\d+: the document has/,
    );
  });

  it.each([MAX_DEPTH + 1, 100_000])("is refused if %d lists are in each other", (depth) => {
    expect(() => readSource("test.yaml", "[".repeat(depth) + "]".repeat(depth))).toThrow(DocumentError);
  });

  it("is read if it is one only in what its schemas inherit", () => {
    const schemas = doubled((level) =>
      level === 0
        ? "A0: { type: object, required: [z], properties: { z: { type: string, readOnly: true } } }"
        : `A${level}: { allOf: [{ $ref: "#/components/schemas/A${level - 1}" }, { $ref: "#/components/schemas/A${level - 1}" }] }`,
    );
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("A39"), schemas }));
    expect(Object.keys(document.components.schemas)).toHaveLength(LEVELS.length);
  });
});

describe("Texts of a document", () => {
  it("may be empty, or look like numbers", () => {
    const { document, fixes } = normaliseDocuments({
      name: "test.yaml",
      text: `openapi: 3.0.3
info: { title: Test, version: "1" }
paths:
  /test/v1/books: { get: { operationId: getBook, description: , responses: { "204": { description: 204 } } } }
`,
    });
    expect(document.paths["/test/v1/books"]?.get?.responses).toEqual({ "204": { description: "204" } });
    expect(fixes.map(({ reason }) => reason)).toContain("taken as a text");
  });

  it("bring no invisible characters into files or errors", async () => {
    const { files } = await generateFrom({
      name: "test.json",
      text: JSON.stringify({
        openapi: "3.0.3",
        info: { title: "t", version: "1" },
        paths: {
          "/test/v1/b": {
            get: {
              operationId: "getB",
              description: "safe \u202e } ;)1 live( \u2066 end\u0000x\u001b[31m\u0085",
              responses: { "200": { description: "x" } },
            },
          },
        },
      }),
    });
    expect([...files.values()].join("")).not.toMatch(/(?!\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
    expect(errorOf(documentOf({ schemas: `\n    A: { $ref: "#/x\\e[31m\\n::error::" }` }).text)).toMatch(
      /^test\.yaml:\d+:\d+: "#\/x\\u001b\[31m\\u000a::error::" points at nothing$/,
    );
  });
});
