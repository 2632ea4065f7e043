import { expect, test } from "vitest";
import { readPositions } from "../../../scripts/generator/read/positions.js";
import { readSource } from "../../../scripts/generator/read/source.js";
import { documentOf, generateFrom } from "../fixtures.js";

const SCHEMAS = `
    Base: &base
      type: object
      properties: { colour: { type: string } }
    Book:
      <<: *base
      description: Has a colour.`;

test("a merge key puts what it names into its mapping", async () => {
  const paths = `
  /shop/v1/books:
    get:
      operationId: getBook
      responses:
        "200":
          description: OK.
          content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } }`;
  const { files } = await generateFrom(documentOf({ paths, schemas: SCHEMAS }));
  expect([...files.values()].join("\n")).toContain("colour?: ");
});

test("both parsers read merge keys alike, and what is there already stays", () => {
  const text = "a: &a { x: 1, y: 2 }\nb: { <<: *a, y: 3 }\n";
  const read = { a: { x: 1, y: 2 }, b: { x: 1, y: 3 } };
  expect(readSource("a.yaml", text).data).toEqual(read);
  expect(readPositions(text).data).toEqual(read);
});

test("what merge keys double is refused", () => {
  const levels = Array.from(
    { length: 40 },
    (_, level) => `l${level + 1}: &l${level + 1} { <<: *l${level}, a: *l${level}, b: *l${level} }`,
  );
  expect(() => readSource("a.yaml", ["l0: &l0 { x: 1 }", ...levels].join("\n"))).toThrow("more than");
});
