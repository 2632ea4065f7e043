import type { InputDocument } from "../generator/read/input.js";
import { compareDocument } from "./api/compare-document.js";
import { compareOperations } from "./api/compare-operations.js";
import { recordOf } from "./json.js";
import { readDocument, type Reading } from "./read-document.js";
import type { Change, Difference } from "./report/change.js";
import { collect } from "./report/collect.js";
import { isVersion, nextVersion } from "./report/next-version.js";
import { STEPS } from "./rules/rule.js";
import { RULES, type Kind } from "./rules/rules.js";
import { createComparer } from "./schema/compare-schemas.js";

/** What is compared: a document as it was and as it is. One that came, or went, has only one of them. */
export interface DocumentPair {
  readonly before?: InputDocument;
  readonly after?: InputDocument;
}

/**
 * Compares documents by what they mean to a client.
 *
 * @param current the version that the next one follows; else that of the old documents counts, where they agree
 * @throws {DocumentError} for a document that `generate` refuses too; it names the place
 */
export async function compareDocuments(
  pairs: readonly DocumentPair[],
  current?: string,
): Promise<Difference> {
  const compared = [];
  for (const pair of pairs) compared.push(await comparePair(pair));
  const changes = compared
    .flatMap((each) => each.changes)
    .sort((one, other) => STEPS.indexOf(other.step) - STEPS.indexOf(one.step));
  const step = changes[0]?.step ?? "none";
  const versions = new Set(compared.map(({ version }) => version).filter((version) => version !== undefined));
  const [only] = versions;
  const version =
    current ?? (versions.size === 1 && only !== undefined && isVersion(only) ? only : undefined);
  return {
    step,
    current: version ?? null,
    next: version === undefined ? null : nextVersion(version, step),
    changes,
  };
}

interface Compared {
  readonly changes: readonly Change[];
  /** What the old document says that its version is. */
  readonly version: string | undefined;
}

async function comparePair({ before, after }: DocumentPair): Promise<Compared> {
  const old = before && (await readDocument(before));
  const revised = after && (await readDocument(after));
  const version = old && versionOf(old);
  if (old && revised) {
    const comparer = createComparer(old, revised);
    const sections = [...compareOperations(comparer), compareDocument(comparer)];
    return { changes: collect(sections, old, revised, after.name), version };
  }
  const changes = [
    ...(before ? [wholeDocument("service-removed", before.name)] : []),
    ...(after ? [wholeDocument("service-added", after.name)] : []),
  ];
  return { changes, version };
}

function versionOf({ root }: Reading): string | undefined {
  const { version } = recordOf(root["info"]);
  return typeof version === "string" ? version : undefined;
}

function wholeDocument(kind: Kind, document: string): Change {
  const { request: step, message, advice } = RULES[kind];
  return {
    step,
    kind,
    document,
    operations: [],
    place: "",
    message,
    before: null,
    after: null,
    pointer: "",
    pointsInto: kind === "service-removed" ? "old" : "new",
    advice: step === "major" ? (advice ?? null) : null,
  };
}
