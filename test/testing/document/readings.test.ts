import { expect, test } from "vitest";
import { checkDocument } from "../../../src/testing/document/check/check-document.js";
import { readDocuments } from "../../../src/testing/document/read-document.js";

/* What documents may have in them besides keywords, and how their texts may begin. */

const read = (document: object): ReturnType<typeof readDocuments> =>
  readDocuments([{ name: "a.json", text: JSON.stringify({ openapi: "3.1.0", paths: {}, ...document }) }]);

test("what looks like a reference in a list of examples is data", () => {
  const examples = [{ $ref: "nowhere" }, { link: { $ref: "#/nowhere" } }];
  const [document] = read({ components: { schemas: { Link: { type: "object", examples } } } });
  expect(document?.content).toMatchObject({ components: { schemas: { Link: { examples } } } });
});

test("a reference among named examples is one", () => {
  const examples = { one: { $ref: "#/components/examples/None" } };
  const mistakes = checkDocument({ openapi: "3.1.0", components: { parameters: { P: { examples } } } });
  expect(mistakes.map(({ message }) => message)).toContain("#/components/examples/None points at nothing");
});

test("merge keys of YAML are followed", () => {
  const text = [
    'openapi: "3.1.0"',
    "paths: {}",
    "components:",
    "  schemas:",
    "    Base: &base { type: object, properties: { colour: { type: string } } }",
    "    Book: { <<: *base, description: Has a colour. }",
  ].join("\n");
  const [document] = readDocuments([{ name: "a.yaml", text }]);
  const Book = { type: "object", properties: { colour: { type: "string" } }, description: "Has a colour." };
  expect(document?.content).toMatchObject({ components: { schemas: { Book } } });
});

/** A schema of many properties, which others merge. */
function merging(properties: number, schemas: number): string {
  return [
    'openapi: "3.1.0"',
    "paths: {}",
    "components:",
    "  schemas:",
    "    Base: &base",
    ...Array.from({ length: properties }, (_, index) => `      x-${index}: 1`),
    ...Array.from({ length: schemas }, (_, index) => `    S${index}: { <<: *base }`),
  ].join("\n");
}

test("many keys may be merged", () => {
  const [document] = readDocuments([{ name: "a.yaml", text: merging(500, 100) }]);
  expect(document?.content).toMatchObject({ components: { schemas: { S99: { "x-499": 1 } } } });
});

test("keys that are merged without end are refused in a line that says what to do", () => {
  expect(() => readDocuments([{ name: "a.yaml", text: merging(5_000, 201) }])).toThrow(
    /^a\.yaml: its merge keys \(`<<`\) put in more than 1,000,000 keys: refer to what is shared with `\$ref` instead$/,
  );
});

test.each([
  ["a.json", '{"openapi":"3.1.0","paths":{}}'],
  ["a.yaml", 'openapi: "3.1.0"\npaths: {}'],
])("%s may begin with a byte order mark", (name, text) => {
  const [document] = readDocuments([{ name, text: `\ufeff${text}` }]);
  expect(document?.content).toEqual({ openapi: "3.1.0", paths: {} });
});

test.each([
  [
    { $anchor: "book" },
    "#book",
    '"#book" is the name of an anchor, which is not supported: refer to the place',
  ],
  [{ $id: "https://example.com/book" }, "book", "by its `$id`, which is not supported: refer to the place"],
  [{}, "book.json", '"book.json" points to another document: bundle them'],
])("%j cannot be referred to as %s", (own, $ref, message) => {
  const schemas = { Book: { type: "object", ...own }, Shelf: { type: "array", items: { $ref } } };
  expect(() => read({ components: { schemas } })).toThrow(message);
});
