import { compareDocuments } from "../diff/compare.js";
import { formatDifference } from "../diff/report/format.js";

/** What a change of our document means for those who use the SDK, as `diff` has it. */
export async function verdictOn(name: string, before: string, after: string): Promise<string> {
  const difference = await compareDocuments([
    { before: { name, text: before }, after: { name, text: after } },
  ]);
  return formatDifference(difference, "text");
}
