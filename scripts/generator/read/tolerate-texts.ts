import type { Report } from "../document/fix.js";
import { mapNodes } from "../document/nodes.js";
import { omit } from "../document/records.js";
import type { Source } from "./source.js";

/** Keys whose values are texts for readers. */
const TEXTS = ["title", "summary", "description"] as const;

/**
 * Takes the texts of a document as they were meant: YAML reads an empty `description:` as null, and `title: 200` as a
 * number.
 */
export function tolerateTexts(source: Source, report: Report): Source {
  const data = mapNodes(source.data, (node, pointer, descend) => {
    const tolerated = TEXTS.reduce((outer, key) => {
      const value = outer[key];
      if (value === undefined || typeof value === "string") return outer;
      if (value === null) return omit(outer, key);
      if (typeof value !== "number" && typeof value !== "boolean")
        throw source.error([...pointer, key], `\`${key}\` must be a string`);
      report([...pointer, key], "taken as a text");
      return { ...outer, [key]: String(value) };
    }, node);
    return descend(tolerated);
  });
  return { ...source, data };
}
