import type { Direction } from "../../generator/document/directions.js";
import { stringsOf } from "../json.js";
import { reworded } from "../schema/compare-words.js";
import { wordsIn } from "../schema/words.js";
import { findingAt, note, type Context, type Part } from "./recorder.js";

/** Compares what two parts say to readers, and whether they are deprecated. */
export function compareTexts(
  context: Context,
  place: string,
  old: Part,
  revised: Part,
  direction: Direction = context.exchange.request,
): void {
  for (const { key, ...finding } of reworded(wordsIn([readable(old)]), wordsIn([readable(revised)])))
    note(context, place, direction, findingAt(old, revised, finding, key));
  const [before, after] = [old.node["deprecated"] === true, revised.node["deprecated"] === true];
  if (before !== after) {
    note(
      context,
      place,
      direction,
      findingAt(old, revised, { kind: "deprecated", before, after }, "deprecated"),
    );
  }
}

/** The order of tags means nothing. */
function readable({ node }: Part): object {
  return node["tags"] === undefined ? node : { ...node, tags: [...stringsOf(node["tags"])].sort() };
}
