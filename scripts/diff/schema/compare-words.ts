import type { Finding } from "../finding.js";
import type { Pair } from "./pair.js";
import type { Words } from "./words.js";

/** Compares words, and keywords that do not change which values are valid in this direction. */
export function compareMarks({ old, revised, found }: Pair): void {
  for (const finding of reworded(old.words, revised.words)) found(finding, finding.key);
  if (old.isDeprecated !== revised.isDeprecated)
    found({ kind: "deprecated", before: old.isDeprecated, after: revised.isDeprecated }, "deprecated");
  for (const mark of ["readOnly", "writeOnly"] as const) {
    const [before, after] = [old.marks.has(mark), revised.marks.has(mark)];
    if (before !== after) found({ kind: "marker-changed", subject: mark, before, after }, mark);
  }
  const [before, after] = [valuesIn(old.defaults), valuesIn(revised.defaults)];
  if (before !== after) {
    found({ kind: "default-changed", before: parsed(before), after: parsed(after) }, "default");
  }
  if (valuesIn(old.xml) !== valuesIn(revised.xml)) found({ kind: "xml-changed" }, "xml");
}

/** The differences between words, each with the key that they stand under. */
export function reworded(old: Words, revised: Words): readonly (Finding & { readonly key: string })[] {
  const keys = new Set([...old.keys(), ...revised.keys()]);
  return [...keys].flatMap((key) => {
    const [before, after] = [old.get(key), revised.get(key)];
    if (before === after) return [];
    const subject = `the ${key.startsWith("x-") ? `extension ${key}` : (NAMES[key] ?? key)}`;
    return [{ key, kind: "reworded" as const, subject, before: parsed(before), after: parsed(after) }];
  });
}

const NAMES: Readonly<Record<string, string>> = {
  examples: "example",
  externalDocs: "link to further documentation",
  $comment: "comment",
};

function valuesIn(jsons: ReadonlySet<string>): string | undefined {
  return jsons.size === 0 ? undefined : [...jsons].sort().join();
}

/** The value of a JSON text; of several that stand side by side, their text. */
function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}
