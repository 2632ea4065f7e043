import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../scripts/diff/compare.js";
import { catalogue, documentsOf } from "./catalogue.js";

describe.concurrent("What a change means to callers", () => {
  it.each(catalogue)("$means: $change", async (entry) => {
    const { before, after } = documentsOf(entry);
    const { step, changes } = await compareDocuments([
      { before: { name: "before.json", text: before }, after: { name: "after.json", text: after } },
    ]);
    expect(step, JSON.stringify(changes, undefined, 2)).toBe(entry.means);
  });
});
