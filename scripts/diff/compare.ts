import { withoutCorrections } from "../generator/read/corrections.js";
import { readSource, type Source } from "../generator/read/source.js";
import { isRecord } from "../generator/document/records.js";
import type { InputDocument } from "../generator/generate.js";
import { locate } from "./locate.js";
import { directionOf, project } from "./project.js";
import { IMPACTS, rate, pointerOf, type Impact } from "./rate.js";
import { redoclyDiff, type RedoclyChange } from "./redocly-diff.js";

export interface Change {
  readonly impact: Impact;
  readonly kind: RedoclyChange["kind"];
  /** Where, as a JSON Pointer into the new document, or into the old one for what was removed. */
  readonly pointer: string;
  /** The operation that it concerns, such as `GET /pim/v1/integrations`. */
  readonly operation?: string;
  readonly message: string;
}

export interface Difference {
  /** The step that the version must take; `none` when there is nothing to tell. */
  readonly step: Impact | "none";
  readonly changes: readonly Change[];
}

/** @throws {DocumentError} for a document that cannot be compared; it names the place */
export async function compareDocuments(before: InputDocument, after: InputDocument): Promise<Difference> {
  const [old, young] = [before, after].map(({ name, text }) =>
    withoutCorrections(readSource(name, text)),
  ) as [Source, Source];
  const found = await redoclyDiff(project(old), project(young));
  const changes = found.map((change) => describe(change, old.data, young.data)).sort(byImpact);
  return { step: changes[0]?.impact ?? "none", changes };
}

function byImpact(one: Change, other: Change): number {
  return IMPACTS.indexOf(other.impact) - IMPACTS.indexOf(one.impact);
}

function describe(change: RedoclyChange, old: unknown, young: unknown): Change {
  const { path, kind, property } = change;
  const way = pointerOf(path);
  const isGone = kind === "removed" || change.revision?.value === undefined;
  const place = property === undefined || property === "key" ? way : [...way, property];
  const operation = operationOf(way);
  return {
    impact: rate(change),
    kind,
    pointer: locate(isGone ? old : young, place),
    ...(operation === undefined ? {} : { operation }),
    message: messageOf(change),
  };
}

function operationOf([root, path, method]: readonly string[]): string | undefined {
  if (root !== "paths" || path === undefined) return undefined;
  return method === undefined || method === "parameters" ? path : `${method.toUpperCase()} ${path}`;
}

function messageOf({ path, kind, property, typeName, verdicts, base, revision }: RedoclyChange): string {
  const way = pointerOf(path);
  const name = `\`${way.at(-1) ?? "the document"}\``;
  const verdict = verdicts.map(({ message }) => message.replace(/\.$/, "")).join("; ");
  const direction = directionOf(way);
  // The copies that were compared are called after the direction; a reader knows the schema by its own name.
  if (verdict !== "") return verdict.replaceAll(/`([^`]+)\.(sent|answered)`/g, "`$1`");
  if (way.at(-2) === "properties" && property === undefined) {
    return kind === "removed" ? `${name} is not ${direction} any more` : `${name} is ${direction} as well`;
  }
  if (property === undefined) return `${typeName} ${name} was ${kind}`;
  // The place in a list is no name.
  const owner = /^`\d+`$/.test(name) ? "" : ` of ${name}`;
  if (isPlain(base?.value) && isPlain(revision?.value)) {
    return `\`${property}\`${owner} changed from ${JSON.stringify(base?.value)} to ${JSON.stringify(revision?.value)}`;
  }
  return `\`${property}\`${owner} was changed`;
}

/** Short enough to be quoted. */
function isPlain(value: unknown): boolean {
  return value !== undefined && !isRecord(value) && JSON.stringify(value).length <= 60;
}
