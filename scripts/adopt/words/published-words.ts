import type { Node } from "../../generator/document/nodes.js";
import type { Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { follow } from "../compare/place.js";
import { PUBLISHED_WORDS } from "../facts.js";
import { houseDocument } from "../house/house-document.js";
import { nodeAt, nodesAt, textAt } from "../node.js";
import type { Service } from "../published/services.js";
import type { PublishedWords } from "./worksheet.js";

/** Looks the published words of our places up, in a service that was read with its words. */
export function publishedWords(service: Service, ours: Node): PublishedWords {
  const published = houseDocument(service, {});
  const side = { document: published };
  return (pointer, key) => {
    const words = nodeAt(lookUp(side.document, tagged(pointer, ours, published)), PUBLISHED_WORDS);
    return textAt(words, key);
  };

  function lookUp(document: Node, pointer: Pointer): Node {
    let place = { node: document, pointer: [] as Pointer };
    for (const key of pointer) {
      const child: unknown = Array.isArray(place.node)
        ? (place.node as unknown[])[Number(key)]
        : place.node[key];
      if (!isRecord(child) && !Array.isArray(child)) return {};
      place = follow(side, { node: child as Node, pointer: [...place.pointer, key] });
    }
    return place.node;
  }
}

/** Tags are told by their names, not by their place in the list. */
function tagged(pointer: Pointer, ours: Node, published: Node): Pointer {
  if (pointer[0] !== "tags") return pointer;
  const name = nodesAt(ours, "tags")[Number(pointer[1])]?.["name"];
  return ["tags", String(nodesAt(published, "tags").findIndex((tag) => tag["name"] === name))];
}
