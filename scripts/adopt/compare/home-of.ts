import type { Kind } from "../facts.js";
import { targetOf } from "../node.js";
import type { Edit } from "./difference.js";
import { componentOf, type Place, type SchemaView } from "./place.js";

/** A schema in both documents. */
export interface Views {
  readonly published: SchemaView;
  readonly ours: SchemaView;
  /** Where our document uses the schema: a reference, perhaps. */
  readonly uses: readonly Place[];
}

export interface Home {
  readonly target: Place["pointer"];
  /** What belongs to one use of a schema only goes beside the reference to it. */
  readonly beside: boolean;
}

/** Where in our document that belongs which stands at `source` in the published one. */
export function homeOf({ published, ours, uses }: Views, source: Place | undefined, key: string): Home {
  const isMark = key !== "required" && key !== "properties";
  const component = source?.via && componentOf(source);
  const same = ours.find((place) => component !== undefined && componentOf(place) === component);
  if (same) return { target: same.pointer, beside: false };
  const isShared = source?.via !== undefined || published.every(({ via }) => via === undefined);
  const [use] = uses;
  const inline = ours.find(({ via, node }) => via === undefined && (isMark || node["allOf"] === undefined));
  if (!isShared && inline) return { target: inline.pointer, beside: false };
  if (!isShared && use && (targetOf(use.node) || use.node["allOf"] !== undefined))
    return { target: use.pointer, beside: true };
  const home = ours.find(({ node }) => node["properties"] !== undefined) ?? ours[0];
  return home ? { target: home.pointer, beside: false } : { target: use?.pointer ?? [], beside: false };
}

/** Gives our document the keyword that stands at `source` in the published one. */
export function setAtHome(
  views: Views,
  source: Place | undefined,
  key: string,
  value: unknown,
  kind?: Kind,
): Edit {
  return { action: "set", ...homeOf(views, source, key), key, value, kinds: ["value", kind] };
}
