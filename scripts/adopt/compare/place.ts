import type { Node } from "../../generator/document/nodes.js";
import { formatPointer, type Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { listAt, targetOf, valueAt } from "../node.js";

/** A mapping of a document, and where it really stands. */
export interface Place {
  readonly node: Node;
  readonly pointer: Pointer;
  /** Where the reference stands that led here, if one did. */
  readonly via?: Pointer;
}

/** A document whose places are looked up, through references. */
export interface Side {
  readonly document: Node;
}

export function placeAt({ document }: Side, pointer: Pointer): Place | undefined {
  const node = valueAt(document, pointer);
  return isRecord(node) ? { node, pointer } : undefined;
}

/** What is below a key of a place, through references. */
export function within(side: Side, place: Place | undefined, key: string): Place | undefined {
  const node = place?.node[key];
  return place && isRecord(node) ? follow(side, { node, pointer: [...place.pointer, key] }) : undefined;
}

/** What stands where a reference points; any other place is itself. */
export function follow(side: Side, place: Place): Place {
  const target = targetOf(place.node);
  const node = target && valueAt(side.document, target);
  return target && isRecord(node) ? follow(side, { node, pointer: target, via: place.pointer }) : place;
}

/** The mappings below a key that holds names, by those names, through references. */
export function named(side: Side, place: Place | undefined, key: string): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  const holder = place?.node[key];
  if (!place || !isRecord(holder)) return found;
  for (const [name, node] of Object.entries(holder)) {
    if (isRecord(node)) found.set(name, follow(side, { node, pointer: [...place.pointer, key, name] }));
  }
  return found;
}

/** A schema that is only sent has no use for what the service alone sets, and the other way round. */
export type Direction = "request" | "response";

/** All the mappings that say what one schema is: itself, what it refers to, and the members of `allOf`. */
export type SchemaView = readonly Place[];

export function viewOf(side: Side, places: readonly Place[]): SchemaView {
  const view = new Map<string, Place>();
  const add = (place: Place): void => {
    const key = formatPointer(place.pointer);
    if (view.has(key)) return;
    const target = targetOf(place.node);
    if (target) {
      const found = follow(side, place);
      if (found.pointer !== place.pointer) add(found);
      return;
    }
    view.set(key, place);
    for (const [index, member] of listAt(place.node, "allOf").entries()) {
      if (!isRecord(member)) continue;
      const via = place.via === undefined ? {} : { via: place.via };
      add({ node: member, pointer: [...place.pointer, "allOf", String(index)], ...via });
    }
  };
  places.forEach(add);
  return [...view.values()];
}

/** The component that a place is in. */
export function componentOf({ pointer: [root, section, name] }: Pick<Place, "pointer">): string | undefined {
  return root === "components" && section !== undefined && name !== undefined
    ? `${section}/${name}`
    : undefined;
}
