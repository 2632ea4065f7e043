import { isMap, Pair, Scalar, YAMLMap, type Document } from "yaml";
import type { Node } from "../../generator/document/nodes.js";
import { freeName } from "../../generator/document/names.js";
import { isRecord, mapValues } from "../../generator/document/records.js";
import { parseReference } from "../../generator/document/pointer.js";
import type { Kind } from "../facts.js";
import { withoutWords } from "../house/house-words.js";
import { canonicalFacts, nodeAt } from "../node.js";
import { houseNode, insertInOrder, setBlankLine } from "./house-yaml.js";

/** What the components of a section are. */
export const SECTION_KINDS: Readonly<Record<string, Kind>> = {
  securitySchemes: "securityScheme",
  parameters: "parameter",
  headers: "header",
  responses: "response",
  schemas: "value",
  examples: "names",
};

/**
 * Makes parts of the published document fit for ours: a reference points at the part that stands for the published one
 * here; one that is not here yet is put in.
 */
export function createImporter(
  document: Document,
  published: Node,
  counterparts: ReadonlyMap<string, string>,
): (value: unknown) => unknown {
  const names = new Map(counterparts);

  const importPart = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(importPart);
    if (!isRecord(value)) return value;
    return mapValues(value, (part, key) => {
      if (key === "$ref" && typeof part === "string") return referenceTo(part);
      if (key !== "mapping" || !isRecord(part)) return importPart(part);
      return mapValues(part, (target) =>
        typeof target === "string" && target.startsWith("#/") ? referenceTo(target) : target,
      );
    });
  };

  const referenceTo = (reference: string): string => {
    const [, section = "", name = ""] = parseReference(reference) ?? [];
    return `#/components/${componentFor(section, name)}`;
  };

  const componentFor = (section: string, name: string): string => {
    const key = `${section}/${name}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const part = nodeAt(nodeAt(nodeAt(published, "components"), section), name);
    const ours = nodeAt(nodeAt(document.toJS() as Node, "components"), section);
    const isSame = canonicalFacts(withoutWords(nodeAt(ours, name))) === canonicalFacts(withoutWords(part));
    const own = isSame ? name : freeName([name], (candidate) => candidate in ours);
    const found = `${section}/${own}`;
    // Known before its parts are, as it may be one of them.
    names.set(key, found);
    if (!(own in ours)) addComponent(document, section, own, importPart(part));
    return found;
  };

  return importPart;
}

export function addComponent(document: Document, section: string, name: string, part: unknown): void {
  const components = document.get("components", true);
  if (!isMap(components)) return;
  if (!isMap(components.get(section, true))) {
    insertInOrder(components, section, new YAMLMap(document.schema), "components");
    components.items.slice(1).forEach(setBlankLine);
  }
  const holder = components.get(section, true);
  if (!isMap(holder)) return;
  const pair = new Pair(new Scalar(name), houseNode(document, part, SECTION_KINDS[section]));
  if (holder.items.length > 0) setBlankLine(pair);
  holder.items.push(pair);
}
