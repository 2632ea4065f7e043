import type { Report } from "../document/fix.js";
import { mapNodes } from "../document/nodes.js";
import { isRecord, omit } from "../document/records.js";
import { elsewhere } from "./external-references.js";
import type { Source } from "./source.js";

/** Keys whose values are texts for readers. */
const TEXTS = ["title", "summary", "description"] as const;

/** Keys whose children are named by the document's author: there, `title` is a name like any other. */
const NAMED = new Set(["dependentRequired", "dependentSchemas", "variables", "scopes", "mapping", "$defs"]);

/**
 * Takes the texts of a document as they were meant: YAML reads an empty `description:` as null, and `title: 200` or
 * `version: 1.0` as a number.
 */
export function tolerateTexts(source: Source, report: Report): Source {
  const data = mapNodes(source.data, (node, pointer, descend) => {
    const ownKey = pointer.at(-1) ?? "";
    if (NAMED.has(ownKey) && pointer.at(-2) !== "properties") return descend(node);
    const texts = pointer.length === 1 && ownKey === "info" ? [...TEXTS, "version"] : TEXTS;
    const tolerated = texts.reduce((outer, key) => {
      const value = outer[key];
      if (value === undefined || typeof value === "string") return outer;
      if (value === null) return omit(outer, key);
      if (typeof value !== "number" && typeof value !== "boolean")
        throw source.error(
          [...pointer, key],
          isReference(value) ? elsewhere(value.$ref) : `\`${key}\` must be a string`,
        );
      report([...pointer, key], "taken as a text");
      return { ...outer, [key]: String(value) };
    }, node);
    return descend(tolerated);
  });
  return { ...source, data };
}

/** Whether a text is in another file, as in documents that are split into several. */
function isReference(value: unknown): value is { readonly $ref: string } {
  return isRecord(value) && typeof value["$ref"] === "string" && !value["$ref"].startsWith("#");
}
