import { describe, expect, test } from "vitest";
import { answered, drifts, sent } from "../held-values.js";

/* Patterns of other engines: OpenAPI recommends those of JavaScript, and the documents of many services have others. */

describe.each<readonly [string, string, readonly string[], readonly string[]]>([
  ["a flag for all", "(?i)^[0-9a-f]{4}-x$", ["00fa-x", "00FA-X"], ["00fg-x"]],
  ["a flag for the rest", "^[^\\s]+(\\.(?i)(jpeg|pdf))$", ["a.pdf", "a.PDF"], ["a.txt"]],
  ["a flag for a group", "^(?i:ab)$", ["ab", "AB"], ["b"]],
  ["no flag for a group", "^(?-i:ab)$", ["ab"], ["AB"]],
  ["a flag for dots", "(?s)^a.b$", ["a\nb"], ["ab"]],
  ["ends of the text", "\\A[a-z]+\\z", ["ab"], ["Az", "a1"]],
  ["the end before a line feed", "\\Aa\\Z", ["a"], ["ab"]],
  ["a possessive quantifier", "^a++b*+c{2}+$", ["aabcc"], ["bcc"]],
  ["a plus after an escaped one, and in a class", "^\\++[*+]+(?>x)$", ["++*+x"], ["x"]],
  ["an atomic group", "^(?>a|ab)$", ["a"], ["c"]],
  ["a named group of Python", "^(?P<one>a|b)$", ["a", "b"], ["c"]],
  ["a comment", "^a(?#the first)$", ["a"], ["b"]],
  ["classes of POSIX", "^[[:alpha:]_][[:alnum:]]*$", ["_a1", "b2"], ["1a"]],
])("a pattern with %s", (_what, pattern, right, wrong) => {
  const schema = { type: "string", pattern };

  test("is held against texts", async () => {
    for (const text of right) {
      expect(await sent(schema, text)).toBe("200");
      expect(drifts(schema, text)).toEqual([]);
    }
    for (const text of wrong) {
      expect(await sent(schema, text)).toContain("must match pattern");
      expect(drifts(schema, text)).toEqual(["pattern-mismatch at body"]);
    }
  });

  test("is that of what is made up", async () => {
    expect(drifts(schema, await answered(schema))).toEqual([]);
  });
});

test("a pattern with a reference of Python to a group is held against texts", () => {
  const schema = { type: "string", pattern: "^(?P<one>a|b)(?P=one)$" };
  expect(drifts(schema, "bb")).toEqual([]);
  expect(drifts(schema, "ab")).toEqual(["pattern-mismatch at body"]);
});
