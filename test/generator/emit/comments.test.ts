import { describe, expect, it } from "vitest";
import type { Schema } from "../../../scripts/generator/document/openapi.js";
import { comment, wrap, wrapTag } from "../../../scripts/generator/emit/comment.js";
import { constraintsOf } from "../../../scripts/generator/emit/constraints.js";
import { schemaComment } from "../../../scripts/generator/emit/describe.js";
import { printLiteral } from "../../../scripts/generator/emit/literal.js";
import { generateFixtures } from "../fixtures.js";

describe("The constraints of a schema", () => {
  it.each<[Schema, string]>([
    [{ minLength: 1, maxLength: 255 }, "1 to 255 characters."],
    [{ maxLength: 60 }, "At most 60 characters."],
    [{ minLength: 1 }, "At least 1 character."],
    [{ minLength: 2, maxLength: 2 }, "Exactly 2 characters."],
    [{ minItems: 0 }, ""],
    [{ minItems: 1, maxItems: 5, uniqueItems: true }, "1 to 5 items. No item twice."],
    [{ minimum: 0 }, "At least 0."],
    [{ minimum: 1, maximum: 100 }, "1 to 100."],
    [
      { minimum: 0, exclusiveMinimum: true, maximum: 80, multipleOf: 0.5 },
      "More than 0, at most 80. A multiple of 0.5.",
    ],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, "More than 0, less than 1."],
    [{ pattern: "^crn://.+$", format: "uri" }, "Matches `^crn://.+$`. Format: uri."],
    [{ "x-immutable": true, readOnly: true }, "Immutable. Read-only."],
    [{ writeOnly: true }, "Write-only."],
    [{ type: "string" }, ""],
  ])("%j are: %s", (schema, sentences) => {
    expect(constraintsOf(schema).join(" ")).toBe(sentences);
  });
});

describe("The comment of a schema", () => {
  it("goes on from the description with the constraints, then the tags", () => {
    const schema = {
      description: "A name for people",
      maxLength: 60,
      deprecated: true,
      default: "x",
      example: { a: [1] },
    };
    expect(schemaComment(schema)).toBe(
      'A name for people. At most 60 characters.\n\n@deprecated\n@default "x"\n@example { a: [1] }',
    );
  });

  it("puts the constraints below a list", () => {
    expect(schemaComment({ description: "One of:\n- red\n- blue", maxLength: 4 })).toBe(
      "One of:\n- red\n- blue\n\nAt most 4 characters.",
    );
  });

  it("describes the items of a list as they describe themselves", () => {
    const items = { description: "A colour.", maxLength: 9 };
    expect(schemaComment({ description: "Colours.", items })).toBe(
      "Colours.\n\nEach item: A colour. At most 9 characters.",
    );
    expect(schemaComment({ description: "Colours.", items: { $ref: "#/components/schemas/Colour" } })).toBe(
      "Colours.",
    );
  });

  it("is the title where there is no description", () => {
    expect(schemaComment({ title: "Colour" })).toBe("Colour");
  });
});

describe("A comment", () => {
  it("is on one line where that does", () => {
    expect(comment("A rose.")).toBe("/** A rose. */\n");
    expect(comment("A rose.\n\nRed.", "  ")).toBe("  /**\n   * A rose.\n   *\n   * Red.\n   */\n");
  });

  it("cannot be ended by its text", () => {
    expect(comment("Paths like /a/*/b")).toBe("/** Paths like /a/*\\/b */\n");
  });

  it("is wrapped between words, except where lines matter", () => {
    const words = "word ".repeat(30).trim();
    expect(
      wrap(words)
        .split("\n")
        .map((line) => line.length),
    ).toEqual([99, 49]);
    const table = "| a | b |\n| - | - |";
    expect(wrap(`${words}\n\n${table}`).endsWith(`\n\n${table}`)).toBe(true);
    const code = "```\nsome   code\n\nmore\n```";
    expect(wrap(code)).toBe(code);
  });

  it("does not start a tag by accident", () => {
    expect(wrap("@home is where it grows")).toBe("\\@home is where it grows");
    const words = "word ".repeat(17);
    expect(wrapTag("@param id -", `${words}@home`)).toBe(`@param id - ${words.trim()}\n  \\@home`);
  });
});

describe("A literal", () => {
  it("is printed as one would write it", () => {
    expect(printLiteral({ a: 1, "b-c": [true, null], d: {} })).toBe('{ a: 1, "b-c": [true, null], d: {} }');
    const long = "x".repeat(90);
    expect(printLiteral({ list: [long], short: 1 })).toBe(
      `{\n  list: [\n    "${long}",\n  ],\n  short: 1,\n}`,
    );
  });

  it("counts what is before it on the line", () => {
    expect(printLiteral({ a: 1 }, 90)).toBe("{ a: 1 }");
    expect(printLiteral({ a: 1 }, 95)).toBe("{\n  a: 1,\n}");
  });
});

describe("The comments of generated types", () => {
  it("hold what the document says of a property", async () => {
    const { files } = await generateFixtures("garden-v1.yaml");
    const types = files.get("garden-v1.ts") ?? "";
    expect(types).toContain(`    /**
     * A name for people. 3 to 60 characters. Immutable.
     *
     * @example "Sleeping Beauty"
     */
    display_name?: string;`);
    expect(types).toContain(`    /**
     * Who came by. No item twice. Read-only.
     *
     * Each item: The name of one of them. Matches \`^bee:.+$\`. Format: uri.
     */
    visitors?: string[];`);
    expect(types).toContain("    /** More than 0, at most 80. A multiple of 0.5. */\n    litres?: number;");
    expect(types).toContain(`    /**
     * How many plants a page holds. 1 to 50.
     *
     * @default 10
     */
    page_size?: number;`);
    expect(types).toContain("/** A plant. */\nexport type Plant = {");
    expect(types).not.toContain("@enum");
  });
});
