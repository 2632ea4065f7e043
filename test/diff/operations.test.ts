import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isRecord } from "../../scripts/generator/document/records.js";
import { compare, type Means } from "./compare.js";

/** A change of an operation, or of the document that it is in. */
interface OperationChange {
  readonly change: string;
  /** What is merged into the base, before and after: into its operation, or else into the document. */
  readonly old: object;
  readonly new: object;
  readonly operation?: boolean;
  /** Components of both. */
  readonly shared?: object;
  readonly means: Means;
  /** What it means in a callback, and in a webhook. */
  readonly callback?: Means;
}

interface Base {
  readonly paths: { readonly "/trees/{id}": { readonly get: object } };
}

const FOLDER = new URL("../fixtures/changes/operations/", import.meta.url);
const base = read("base.yaml") as Base;
const operation = base.paths["/trees/{id}"].get;
const topics = readdirSync(FOLDER)
  .filter((file) => file !== "base.yaml")
  .map((file) => ({ topic: file.replace(".yaml", ""), changes: read(file) as readonly OperationChange[] }));

describe.each(topics)("A change of $topic", ({ changes }) => {
  it.each(changes)("is $means: $change", async (entry) => {
    const { step, changes: found } = await compare(documentWith(entry, "old"), documentWith(entry, "new"));
    expect(step, JSON.stringify(found, undefined, 2)).toBe(entry.means);
  });

  const turned = changes.filter(({ callback }) => callback !== undefined);
  it.each(turned)("is $callback in a callback, and in a webhook: $change", async (entry) => {
    for (const place of [inCallback, inWebhook]) {
      const { step, changes: found } = await compare(place(entry, "old"), place(entry, "new"));
      expect(step, JSON.stringify(found, undefined, 2)).toBe(entry.callback);
    }
  });
});

type Side = "old" | "new";

function documentWith(
  { operation: isOfOperation, shared = {}, ...entry }: OperationChange,
  side: Side,
): unknown {
  const own =
    isOfOperation === true ? { paths: { "/trees/{id}": { get: withPath(entry[side]) } } } : entry[side];
  return merged(merged(base, { components: shared }), own);
}

/** A list of parameters takes the place of another, but the one of the path has to be there. */
function withPath(change: object): object {
  if (!("parameters" in change) || !Array.isArray(change.parameters)) return change;
  const { parameters } = operation as { readonly parameters: readonly unknown[] };
  return { ...change, parameters: [...parameters, ...(change.parameters as unknown[])] };
}

function inCallback(entry: OperationChange, side: Side): unknown {
  const callbacks = { ripe: { "{$request.query.url}": { post: merged(operation, withPath(entry[side])) } } };
  return merged(base, { paths: { "/trees/{id}": { get: { callbacks } } } });
}

function inWebhook(entry: OperationChange, side: Side): unknown {
  return merged(base, {
    openapi: "3.1.0",
    webhooks: { ripe: { post: merged(operation, withPath(entry[side])) } },
  });
}

function merged(one: unknown, other: unknown): unknown {
  if (!isRecord(one) || !isRecord(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const entries = keys.map((key) => [key, key in other ? merged(one[key], other[key]) : one[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, FOLDER), "utf8"));
}
