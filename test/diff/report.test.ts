import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../scripts/diff/compare.js";
import type { Change, Difference } from "../../scripts/diff/report/change.js";
import { formatDifference } from "../../scripts/diff/report/format.js";
import { nextVersion } from "../../scripts/diff/report/next-version.js";
import { compare } from "./compare.js";

/** A document of so many operations whose responses all have the same schema. */
function documentWith(schema: object, operations = 1, version = "1.4.2"): object {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } };
  const paths = Array.from({ length: operations }, (_, index) => [
    `/trees${index}`,
    { get: { operationId: `listTrees${index}`, responses: { 200: { description: "Good.", content } } } },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Orchard", version },
    paths: Object.fromEntries(paths) as object,
    components: { schemas: { Tree: schema } },
  };
}

const tree = { type: "object", properties: { name: { type: "string" }, age: { type: "integer" } } };
const revised = { type: "object", properties: { name: { type: "string" } } };

describe("A change", () => {
  it("is reported once, with every operation that it reaches, where a schema is shared", async () => {
    const { changes } = await compare(documentWith(tree, 9), documentWith(revised, 9));
    expect(changes.map(({ kind, operations }) => [kind, operations.length])).toEqual([
      ["property-removed", 9],
    ]);
  });

  it("counts the operations beyond a few", async () => {
    const text = formatDifference(await compare(documentWith(tree, 9), documentWith(revised, 9)), "text");
    expect(text).toContain("GET /trees0, GET /trees1, GET /trees2, 6 more operations\n");
  });

  it("is counted where clients do not notice it, beyond twenty", async () => {
    const described = (word: string, count: number): object => {
      const names = Array.from({ length: count }, (_, index) => `p${index}`);
      const properties = names.map((name) => [name, { type: "string", description: word }]);
      return documentWith({ type: "object", properties: Object.fromEntries(properties) as object });
    };
    const report = async (count: number): Promise<string> =>
      formatDifference(await compare(described("A.", count), described("B.", count)), "text");
    expect(await report(20)).not.toContain("more;");
    const text = await report(23);
    expect(text.match(/was changed/g)).toHaveLength(20);
    expect(text).toContain("· patch  3 more; --format json has them all\n");
    expect(text).toContain("patch: clients notice nothing (23 of 23 changes)");
  });

  it("has its place in words, through lists, maps and variants", async () => {
    const nested = (leaf: object): object => ({
      type: "object",
      properties: {
        rows: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: {
              oneOf: [
                { title: "Leaf", type: "object", properties: { veins: leaf } },
                { title: "Root", type: "object", properties: { depth: { type: "integer" } } },
              ],
            },
          },
        },
      },
    });
    const { changes } = await compare(
      documentWith(nested({ type: "integer" })),
      documentWith(nested({ type: "string" })),
    );
    expect(changes.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      "response 200 > rows[].* (Leaf).veins: the type was `integer` and is `string`",
    ]);
  });

  it("points at where it stands, through references", async () => {
    const { changes } = await compare(documentWith(tree), documentWith(revised));
    expect(changes).toMatchObject([
      { pointer: "/components/schemas/Tree/properties/age", pointsInto: "old" },
    ]);
  });

  it("is one where the same is said in several places", async () => {
    const documentOf = (maximum: number): object => ({
      openapi: "3.0.3",
      info: { title: "Orchard", version: "1" },
      paths: Object.fromEntries(
        ["/a", "/b"].map((path) => [
          path,
          {
            get: {
              operationId: path.slice(1),
              parameters: [{ name: "size", in: "query", schema: { type: "integer", maximum } }],
              responses: { 204: { description: "Done." } },
            },
          },
        ]),
      ),
    });
    const { changes } = await compare(documentOf(9), documentOf(8));
    expect(changes).toMatchObject([{ kind: "limit-narrowed", operations: ["GET /a", "GET /b"] }]);
  });

  it("comes to an end in schemas that hold themselves", async () => {
    const branch = (age: object): object => ({
      type: "object",
      properties: { age, branches: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    });
    const { changes } = await compare(
      documentWith(branch({ type: "integer" })),
      documentWith(branch({ type: "number" })),
    );
    expect(changes.map(({ place }) => place)).toEqual(["response 200 > age"]);
  });
});

describe("Changes", () => {
  it("come with major ones first", async () => {
    const { changes } = await compare(
      documentWith({
        type: "object",
        properties: { a: { type: "string", description: "A." }, b: { type: "string" } },
      }),
      documentWith({
        type: "object",
        properties: { a: { type: "string", description: "B." }, c: { type: "string" } },
      }),
    );
    expect(changes.map(({ step }) => step)).toEqual(["major", "minor", "patch"]);
  });

  it("lead to the next version after that of the old document", async () => {
    const { current, next } = await compare(documentWith(tree), documentWith(revised));
    expect({ current, next }).toEqual({ current: "1.4.2", next: "2.0.0" });
  });

  it("lead to no version where the document has none", async () => {
    const { current, next } = await compare(documentWith(tree, 1, "v2"), documentWith(revised, 1, "v2"));
    expect({ current, next }).toEqual({ current: null, next: null });
  });

  it("are those of all documents", async () => {
    const [before, after] = [documentWith(tree), documentWith(revised)].map((document) =>
      JSON.stringify(document),
    );
    const input = (name: string, text = ""): { name: string; text: string } => ({ name, text });
    const { step, next, changes } = await compareDocuments(
      [
        { before: input("a.json", before), after: input("a.json", before) },
        { before: input("b.json", before), after: input("b.json", after) },
        { after: input("c.json", before) },
      ],
      "0.4.1",
    );
    expect({ step, next }).toEqual({ step: "major", next: "0.5.0" });
    expect(changes.map(({ kind, document }) => [kind, document])).toEqual([
      ["property-removed", "b.json"],
      ["service-added", "c.json"],
    ]);
  });
});

describe("The next version", () => {
  it.each([
    ["0.1.3", "major", "0.2.0"],
    ["0.1.3", "minor", "0.1.4"],
    ["0.1.3", "patch", "0.1.4"],
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "none", "1.2.3"],
  ] as const)("after %s by a %s step is %s", (version, step, next) => {
    expect(nextVersion(version, step)).toBe(next);
  });
});

describe("A report", () => {
  const change: Change = {
    step: "major",
    kind: "reworded",
    document: "new.yaml",
    operations: ["GET /a|b/{`id`}"],
    place: "response 200 > <b>`x`",
    message: "@all see [this](https://a.example) | `a|*b*`",
    before: null,
    after: null,
    pointer: "/paths",
    pointsInto: "new",
    advice: null,
  };
  const difference = (parts: Partial<Change>): Difference => ({
    step: "major",
    current: null,
    next: null,
    changes: [{ ...change, ...parts }],
  });

  it("is escaped as Markdown", () => {
    const lines = formatDifference(difference({}), "markdown").split("\n");
    expect(lines).toContain(
      "- `` response 200 > <b>`x` ``: \\@all see \\[this\\](https://a.example) \\| `a|*b*`\\",
    );
    expect(lines).toContain("  `` GET /a|b/{`id`} ``\\");
  });

  it.each(["text", "markdown", "json"] as const)("holds no control characters as %s", (format) => {
    const report = formatDifference(
      difference({ message: "a\u001b[2J\u0007\u202e\u2028b", place: "c\r\n\u0085d" }),
      format,
    );
    expect(report).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u);
    expect(report).toContain("[2J");
  });

  it("as JSON says what it was given", () => {
    const odd = difference({ message: "a\u202e\u2028b\u0085" });
    expect(JSON.parse(formatDifference(odd, "json"))).toEqual(odd);
  });
});
