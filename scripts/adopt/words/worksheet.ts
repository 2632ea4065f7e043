import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Node } from "../../generator/document/nodes.js";
import { formatPointer, formatReference, type Pointer } from "../../generator/document/pointer.js";
import { omit } from "../../generator/document/records.js";
import { nodeAt, textAt, valueAt } from "../node.js";
import { describeOperation, describeSchema, usesOf } from "./describe-facts.js";
import { placesWithoutWords, type WordPlace } from "./places.js";
import { suggestWords } from "./suggest.js";

/** From so many places on, the same property is asked for once. */
const SHARED_FROM = 3;
const PRINT = { lineWidth: 0, nullStr: "" } as const;

/** The published words of a place, where someone wants to see them. */
export type PublishedWords = (pointer: Pointer, key: string) => string | undefined;

/** Words for some places: `at` is a pointer or several, the other keys lead on from there to the words. */
interface Entry {
  readonly at: readonly string[];
  readonly about: readonly string[];
  readonly wanted: readonly { readonly key: string; readonly facts: string; readonly place: WordPlace }[];
}

/** A sheet to fill in, of all the places of a document that want words, with the facts that are needed to write them. */
export function printWorksheet(service: string, ours: Node, published?: PublishedWords): string {
  const places = placesWithoutWords(ours);
  const [shared, single] = splitShared(places);
  const entries = [...entriesOf(ours, single), ...shared];
  const sheet = new Document({ service });
  const list = new YAMLSeq(sheet.schema);
  for (const entry of entries) list.add(entryNode(sheet, ours, entry, published));
  const root = sheet.contents as unknown as YAMLMap;
  root.items.push(new Pair(new Scalar("words"), list));
  sheet.commentBefore = ` ${[...INTRODUCTION, `openapi/${service}.yaml wants words in ${places.length} places.`].join("\n ")}`;
  return sheet.toString(PRINT);
}

const INTRODUCTION = [
  "Write our own words behind the keys, then: npm run adopt -- --apply THIS-FILE",
  "What is left empty stays as it is. Words behind a key are suggestions, which may be changed.",
  "An entry with several places gives the same words to all; to give one of them others, move it to an entry of its own.",
];

/** The same property of several schemas, said once. */
function splitShared(places: readonly WordPlace[]): readonly [readonly Entry[], readonly WordPlace[]] {
  const groups = new Map<string, WordPlace[]>();
  for (const place of places) {
    if (place.pointer.at(-2) !== "properties") continue;
    const key = `${place.pointer.at(-1) ?? ""}: ${factsOf(place)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const shared = [...groups].filter(([, found]) => found.length >= SHARED_FROM);
  const taken = new Set(shared.flatMap(([, found]) => found));
  const entries = shared.map(([about, found]): Entry => ({
    at: found.map(({ pointer }) => formatReference(pointer)),
    about: [`The property ${about}`],
    wanted: found.slice(0, 1).map((place) => ({ key: place.key, facts: "", place })),
  }));
  return [entries, places.filter((place) => !taken.has(place))];
}

/** Without the example, which may differ where the words are the same. */
function factsOf({ node }: WordPlace): string {
  return describeSchema(omit(node, "example"));
}

function entriesOf(ours: Node, places: readonly WordPlace[]): readonly Entry[] {
  const owners = new Map<string, WordPlace[]>();
  for (const place of places) {
    const owner = formatReference(ownerOf(place.pointer));
    owners.set(owner, [...(owners.get(owner) ?? []), place]);
  }
  const uses = usesOf(ours);
  return [...owners].map(([at, found]) => {
    const owner = ownerOf(found[0]?.pointer ?? []);
    return {
      at: [at],
      about: aboutOwner(ours, owner, uses.get(at)),
      wanted: found.map((place) => ({
        key: [...place.pointer.slice(owner.length), place.key].map(escaped).join("/"),
        facts: place.pointer.length === owner.length ? "" : factsAt(ours, place),
        place,
      })),
    };
  });
}

/** What an entry is about: an operation, a component, a tag, or the service. */
function ownerOf(pointer: Pointer): Pointer {
  return pointer.slice(0, pointer[0] === "info" ? 1 : pointer[0] === "tags" ? 2 : 3);
}

function aboutOwner(ours: Node, owner: Pointer, users: ReadonlySet<string> = new Set()): readonly string[] {
  const node = valueAt(ours, owner) as Node;
  const [root, section = "", name = ""] = owner;
  if (root === "info") return ["The service: its name, and what it is for."];
  if (root === "tags") return [`The tag ${textAt(node, "name") ?? ""}`];
  if (root === "paths") return [`${name.toUpperCase()} ${section}`, describeOperation(ours, node)];
  const used = [...users];
  const more = used.length > 6 ? ` and ${used.length - 6} more` : "";
  const facts = section === "schemas" ? describeSchema(node) : describeHolder(node);
  return [`${name}: ${facts}`, ...(used.length > 0 ? [`used by ${used.slice(0, 6).join(", ")}${more}`] : [])];
}

function describeHolder(node: Node): string {
  const where = [textAt(node, "in"), textAt(node, "name")].filter((part) => part !== undefined).join(" ");
  const headers = Object.keys(nodeAt(node, "headers"));
  const content = Object.keys(nodeAt(node, "content"));
  const schema = describeSchema({ ...nodeAt(node, "schema"), example: node["example"] });
  const required = node["required"] === true ? "required" : "";
  const parts = [
    where,
    required,
    schema,
    headers.length > 0 ? `headers ${headers.join(", ")}` : "",
    content.join(", "),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function factsAt(ours: Node, { node, kind, pointer }: WordPlace): string {
  if (kind === "value") return describeSchema(node);
  if (kind !== "response") return describeHolder(node);
  const [media] = Object.values(nodeAt(node, "content"));
  return media === undefined
    ? "no body"
    : describeSchema(
        nodeAt(valueAt(ours, [...pointer, "content"]) as Node, Object.keys(nodeAt(node, "content"))[0] ?? "")[
          "schema"
        ] as Node,
      );
}

function entryNode(
  sheet: Document,
  ours: Node,
  entry: Entry,
  published: PublishedWords | undefined,
): YAMLMap {
  const map = new YAMLMap(sheet.schema);
  const [first] = entry.at;
  map.items.push(
    new Pair(new Scalar("at"), entry.at.length === 1 ? new Scalar(first) : sheet.createNode(entry.at)),
  );
  for (const { key, facts, place } of entry.wanted) {
    const value = new Scalar<string | null>(suggestion(ours, place) ?? null);
    if (facts !== "") value.comment = ` ${facts}`;
    const name = new Scalar(key);
    const words = published?.(place.pointer, place.key);
    if (words !== undefined)
      name.commentBefore = words
        .trim()
        .split("\n")
        .map((line) => ` published: ${line}`)
        .join("\n");
    map.items.push(new Pair(name, value));
  }
  map.commentBefore = entry.about.map((line) => ` ${line}`).join("\n");
  map.spaceBefore = true;
  return map;
}

function suggestion(ours: Node, { pointer, key }: WordPlace): string | undefined {
  if (pointer[0] !== "paths") return undefined;
  const operation = valueAt(ours, pointer.slice(0, 3)) as Node;
  const words = suggestWords(textAt(operation, "operationId") ?? "");
  if (pointer.length === 3) return key === "summary" ? words?.summary : undefined;
  return pointer.length === 5 && pointer[3] === "responses" ? words?.responses[pointer[4] ?? ""] : undefined;
}

function escaped(key: string): string {
  return formatPointer([key]).slice(1);
}
