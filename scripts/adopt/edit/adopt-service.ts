import { Document, parseDocument } from "yaml";
import { CommandError } from "../../shared/command-error.js";
import type { Node } from "../../generator/document/nodes.js";
import { isRecord } from "../../generator/document/records.js";
import { compareFacts } from "../compare/compare-document.js";
import type { Difference } from "../compare/difference.js";
import { CORRECTIONS } from "../facts.js";
import { canonical, nodeAt } from "../node.js";
import { applyEdits } from "./apply-edits.js";
import {
  foldLongWords,
  houseNode,
  insertInOrder,
  PRINT_OPTIONS,
  setBlankLine,
  spaceDocument,
} from "./house-yaml.js";
import { pruneComponents } from "./prune-components.js";
import { splitComponents } from "./split-components.js";

export interface Adoption {
  readonly text: string;
  readonly differences: readonly Difference[];
  /** Components that nothing leads to any more. */
  readonly pruned: readonly string[];
}

/** Each round may bring a part to light that the one before put in; more than a few do not come to an end. */
const ROUNDS = 6;

/**
 * Takes what a published service says over into our document. Words, examples, comments, names of parts and deliberate
 * differences stay as they are.
 *
 * @param ours our document's text; undefined when there is none yet
 */
export function adoptService(name: string, published: Node, ours: string | undefined): Adoption {
  if (ours === undefined) return { text: print(newDocument(published)), differences: [], pruned: [] };
  const document = readOurs(name, ours);
  addCorrections(document, published);
  const found: Difference[] = [];
  const pruned: string[] = [];
  for (let round = 1; ; round++) {
    const result = compareFacts(published, document.toJS() as Node, name);
    if (result.differences.length === 0) break;
    if (round > ROUNDS) throw unsettled(name, result.differences);
    found.push(...result.differences);
    applyEdits(document, published, splitComponents(document, result, name), result.counterparts);
    pruned.push(...pruneComponents(document));
  }
  return { text: print(document), differences: withoutRepeats(found), pruned };
}

export function readOurs(name: string, text: string): Document {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new CommandError(`${name}: ${error.message}`);
  if (!isRecord(document.toJS())) throw new CommandError(`${name}: the document must be a mapping`);
  return document;
}

export function print(document: Document): string {
  foldLongWords(document);
  return document.toString(PRINT_OPTIONS);
}

function newDocument(published: Node): Document {
  const document = new Document();
  document.contents = houseNode(document, published, "document") as typeof document.contents;
  spaceDocument(document);
  return document;
}

/** The reasons of the house's rules, which stand once in a document. */
function addCorrections(document: Document, published: Node): void {
  const known = nodeAt(document.toJS() as Node, CORRECTIONS);
  const rules = Object.entries(nodeAt(published, CORRECTIONS)).filter(([place]) => !(place in known));
  if (rules.length === 0) return;
  const root = document.contents as Parameters<typeof insertInOrder>[0];
  const corrections = { ...known, ...Object.fromEntries(rules) };
  insertInOrder(root, CORRECTIONS, houseNode(document, corrections, "names"), "document");
  root.items.slice(1).forEach(setBlankLine);
}

function withoutRepeats(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((one) => [canonical([one.path, one.sort]), one])).values()];
}

function unsettled(name: string, [difference]: readonly Difference[]): CommandError {
  return new CommandError(
    `${name}: the published document and ours share a part in ways that cannot both be kept, at ` +
      `#/${difference?.path.join("/") ?? ""}: give that place a part of its own by hand`,
  );
}
