import { isMap, isSeq, YAMLMap, YAMLSeq, type Document } from "yaml";
import type { Node } from "../../generator/document/nodes.js";
import type { Edit } from "../compare/difference.js";
import { FLOW_LISTS, houseNode, insertInOrder } from "./house-yaml.js";
import { canonical, valueAt } from "../node.js";
import { createImporter } from "./import-parts.js";

/** Makes the edits in our document; parts that new places refer to come with them. */
export function applyEdits(
  document: Document,
  published: Node,
  edits: readonly Edit[],
  counterparts: ReadonlyMap<string, string>,
): void {
  const importPart = createImporter(document, published, counterparts);
  const data = document.toJS() as Node;
  // What stands at a place is looked up before any list changes.
  const resolved = edits.map((edit) => ({ edit, target: holderOf(document, edit) }));
  for (const { edit, target } of resolved) {
    if (edit.action === "delete") {
      if (isMap(target)) target.delete(edit.key);
      continue;
    }
    const [kind, valueKind] = edit.kinds;
    // What goes is ours already.
    const value = edit.action === "removeItem" ? edit.value : importPart(edit.value);
    if (edit.action === "set") {
      if (isMap(target))
        insertInOrder(target, edit.key, houseNode(document, value, valueKind, edit.key), kind);
      continue;
    }
    if (isMap(target)) editList(document, data, target, { ...edit, value });
  }
}

/** The mapping that an edit is made in; one that is not there yet is made, as is one beside a reference. */
function holderOf(document: Document, edit: Edit): unknown {
  const { target } = edit;
  const isWithin = edit.action === "set" && edit.kinds[0] === "names" && target.at(-1) === "properties";
  if (edit.action !== "delete" && edit.beside === true) {
    const use = document.getIn(isWithin ? target.slice(0, -1) : target, true);
    const member = isMap(use)
      ? besideReference(document, use, isWithin || edit.key === "required")
      : undefined;
    return isWithin && member ? childMap(document, member, "properties") : member;
  }
  const found = target.length === 0 ? document.contents : document.getIn(target, true);
  const parent = document.getIn(target.slice(0, -1), true);
  const key = target.at(-1);
  return isMap(found) || !isMap(parent) || key === undefined ? found : childMap(document, parent, key);
}

function childMap(document: Document, parent: YAMLMap, key: string): YAMLMap {
  const known = parent.get(key, true);
  if (isMap(known)) return known;
  const made = new YAMLMap(document.schema);
  insertInOrder(parent, key, made, "value");
  return made;
}

/** Turns a reference into an `allOf`, beside which marks can stand; the rest goes into a member without a name. */
function besideReference(document: Document, use: YAMLMap, isStructure: boolean): YAMLMap {
  const reference = use.get("$ref", true);
  if (reference !== undefined) {
    const list = new YAMLSeq(document.schema);
    list.add(houseNode(document, { $ref: use.get("$ref") }, "value"));
    use.delete("$ref");
    use.flow = false;
    insertInOrder(use, "allOf", list, "value");
  }
  if (!isStructure) return use;
  const members = use.get("allOf", true);
  if (!isSeq(members)) return use;
  const overlay = members.items.find((item) => isMap(item) && !item.has("$ref") && !item.has("allOf"));
  if (isMap(overlay)) return overlay;
  const made = houseNode(document, { type: "object" }, "value") as YAMLMap;
  members.add(made);
  return made;
}

type ListEdit = Extract<Edit, { readonly action: "addItem" | "removeItem" }>;

function editList(
  document: Document,
  data: Node,
  target: YAMLMap,
  { action, key, value, kinds }: ListEdit,
): void {
  const list = ownList(document, data, target, key, kinds[0]);
  if (action === "addItem") {
    list.add(houseNode(document, value, kinds[1], key));
    return;
  }
  const index = list.items.findIndex((item) => canonical(plain(item)) === canonical(value));
  if (index !== -1) list.delete(index);
  // An operation that requires no credentials says so; any other empty list says nothing.
  if (list.items.length === 0 && key !== "security") target.delete(key);
}

/** An operation's credentials are those of the document until it has some of its own. */
function ownList(
  document: Document,
  data: Node,
  target: YAMLMap,
  key: string,
  kind: ListEdit["kinds"][0],
): YAMLSeq {
  const known = target.get(key, true);
  if (isSeq(known)) return known;
  const inherited = key === "security" ? (valueAt(data, ["security"]) ?? []) : [];
  const made = houseNode(document, inherited, undefined, key) as YAMLSeq;
  if (FLOW_LISTS.has(key)) made.flow = true;
  insertInOrder(target, key, made, kind);
  return made;
}

function plain(item: unknown): unknown {
  return typeof item === "object" && item !== null && "toJSON" in item
    ? (item as { toJSON: () => unknown }).toJSON()
    : item;
}
