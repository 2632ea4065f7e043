import { isMap, type Document } from "yaml";
import type { Node } from "../../generator/document/nodes.js";
import { dropUnused } from "../house/house-document.js";
import { childrenAt, nodeAt } from "../node.js";

/** Takes the components out that nothing leads to, and says which. */
export function pruneComponents(document: Document): readonly string[] {
  const data = document.toJS() as Node;
  const kept = nodeAt(dropUnused(data), "components");
  const gone: string[] = [];
  for (const [section, parts] of childrenAt(data, "components")) {
    if (section === "securitySchemes") continue;
    for (const name of Object.keys(parts)) {
      if (name in nodeAt(kept, section)) continue;
      document.deleteIn(["components", section, name]);
      gone.push(`${section}/${name}`);
    }
    const left = document.getIn(["components", section], true);
    if (isMap(left) && left.items.length === 0) document.deleteIn(["components", section]);
  }
  return gone;
}
