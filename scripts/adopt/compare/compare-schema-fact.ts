import { FALSE_BY_DEFAULT } from "../facts.js";
import { canonical } from "../node.js";
import type { Difference, Edit } from "./difference.js";
import { setAtHome, type Views } from "./home-of.js";
import type { SchemaView } from "./place.js";
import { typeOf } from "./schema-parts.js";

/** Compares one keyword with a single value, such as `maximum`, of a schema in both documents. */
export function compareSchemaFact(views: Views, key: string): readonly Difference[] {
  const [theirs, own] = [valuesOf(views.published, key), valuesOf(views.ours, key)];
  if (canonical([...theirs].sort()) === canonical([...own].sort())) return [];
  const path = [key];
  if (theirs.length === 0) {
    const holders = views.ours.filter(({ node }) => node[key] !== undefined);
    const edits = holders.map(({ pointer }): Edit => ({ action: "delete", target: pointer, key }));
    return edits.map((edit) => ({ path, sort: "went", ours: own[0], edit }));
  }
  // Of several limits in one schema the last is that of the use at hand.
  const published = theirs.at(-1);
  const holder = views.ours.findLast(({ node }) => node[key] !== undefined);
  const source = views.published.findLast(({ node }) => node[key] !== undefined);
  const edit: Edit = holder
    ? { action: "set", target: holder.pointer, key, value: published, kinds: ["value", undefined] }
    : setAtHome(views, source, key, published);
  return [{ path, sort: own.length === 0 ? "came" : "changed", published, ours: own.at(-1), edit }];
}

function valuesOf(view: SchemaView, key: string): readonly unknown[] {
  const values = view
    .map(({ node }) => (key === "type" ? typeOf(node) : node[key]))
    .filter((value) => value !== undefined);
  const kept = FALSE_BY_DEFAULT.has(key) ? values.filter((value) => value !== false) : values;
  return [...new Map(kept.map((value) => [canonical(value), value])).values()];
}
