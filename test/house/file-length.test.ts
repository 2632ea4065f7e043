import { ESLint } from "eslint";
import { expect, test } from "vitest";

/** The project's own linter, with its length rule alone. */
const eslint = new ESLint({ ruleFilter: ({ ruleId }) => ruleId === "max-lines" });

/** Lints a text as the content of a file that exists, so that the linter finds its project. */
async function messagesFor(filePath: string, lines: number): Promise<string[]> {
  const [result] = await eslint.lintText("// A line.\n".repeat(lines), { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

test.each([
  "src/defaults.ts",
  "scripts/generate.ts",
  "test/house/file-length.test.ts",
  "examples/demo.ts",
  "bench/bench.mjs",
])(
  "250 lines of %s pass, and 251 do not",
  async (file) => {
    expect(await messagesFor(file, 250)).toEqual([]);
    expect(await messagesFor(file, 251)).toEqual(["max-lines"]);
  },
  60_000,
);

test.each(["src/generated/index.ts", "test/fixtures/bookshop.ts"])("%s may be longer", async (file) => {
  expect(await eslint.isPathIgnored(file)).toBe(true);
});
