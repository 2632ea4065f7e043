import { mapNodes } from "../document/nodes.js";
import { omit } from "../document/records.js";
import type { Source } from "./source.js";

/**
 * The extension in which a document of ours notes where it deliberately differs from the published one: ways from the
 * mapping that it stands in, each with the reason. `npm run adopt` reads it; it says nothing about the interface.
 */
export const CORRECTIONS = "x-corrections";

export function withoutCorrections(source: Source): Source {
  const data = mapNodes(source.data, (node, _, descend) =>
    descend(CORRECTIONS in node ? omit(node, CORRECTIONS) : node),
  );
  return { ...source, data };
}
