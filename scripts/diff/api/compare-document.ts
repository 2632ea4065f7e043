import { schemaReference } from "../../generator/document/references.js";
import { isRecord, mapValues } from "../../generator/document/records.js";
import { parseReference } from "../../generator/document/pointer.js";
import { listOf, recordOf, stableJson, stringsOf } from "../json.js";
import type { Reading } from "../read-document.js";
import type { SchemaComparer } from "../schema/schema-comparer.js";
import { component } from "../schema/conjunction.js";
import { hasFindings } from "../schema/relation.js";
import { findingAt, note, OPERATION, type Context, type Part, type Section } from "./recorder.js";

/** Compares what is of a document as a whole: what it says of itself, and what no operation uses. */
export function compareDocument(comparer: SchemaComparer): Section {
  const section: Section = { notes: [], roots: [] };
  const context: Context = { comparer, exchange: OPERATION, section, prefix: "" };
  const { old, new: revised } = comparer;
  const [before, after] = [textsOf(old), textsOf(revised)];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, two] = [before.get(key), after.get(key)];
    if (one?.json === two?.json) continue;
    const values = { ...(one && { before: one.value }), ...(two && { after: two.value }) };
    note(context, "", "request", findingAt(one, two, { kind: "reworded", subject: key, ...values }));
  }
  compareUnused(context, old, revised);
  return section;
}

interface Text extends Part {
  readonly json: string;
  readonly value: unknown;
}

/** What a document says to readers, by what it is called. A fragment says nothing of itself. */
function textsOf({ root, isFragment, source }: Reading): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  const add = (name: string, value: unknown, pointer: Part["pointer"]): void => {
    if (value !== undefined && value !== "")
      texts.set(name, { node: {}, value, json: stableJson(value), pointer });
  };
  if (!isFragment) {
    for (const [key, value] of Object.entries(recordOf(root["info"])))
      add(`the document's ${key}`, value, ["info", key]);
  }
  for (const [index, tag] of listOf(root["tags"]).entries()) {
    if (isRecord(tag)) add(`the tag ${String(tag["name"])}`, tag, ["tags", String(index)]);
  }
  for (const [key, value] of Object.entries(root)) {
    if (key === "externalDocs" || key.startsWith("x-")) add(`the document's ${key}`, value, [key]);
  }
  const schemes = recordOf(recordOf(recordOf(source.data)["components"])["securitySchemes"]);
  for (const [name, scheme] of Object.entries(schemes)) {
    const { description, bearerFormat, flows } = recordOf(scheme);
    const scopes = mapValues(recordOf(flows), (flow) => recordOf(flow)["scopes"]);
    const pointer = ["components", "securitySchemes", name];
    add(`the description of the security scheme ${name}`, description, pointer);
    if (flows !== undefined) add(`the list of scopes of the security scheme ${name}`, scopes, pointer);
    add(`the bearer format of the security scheme ${name}`, bearerFormat, pointer);
  }
  return texts;
}

/** What nothing refers to in either document cannot be noticed. What came into use, or went out of it, is reported there. */
function compareUnused(context: Context, old: Reading, revised: Reading): void {
  const [before, after] = [unusedOf(old), unusedOf(revised)];
  const known = (reading: Reading, [section, name]: readonly [string, string]): unknown =>
    recordOf(recordOf(recordOf(reading.source.data)["components"])[section])[name];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [section = "", name = ""] = key.split(" ");
    const [one, two] = [known(old, [section, name]), known(revised, [section, name])];
    const isUsed = (one !== undefined && !before.has(key)) || (two !== undefined && !after.has(key));
    if (isUsed || isSame(context.comparer, section, name, one, two)) continue;
    const part = { node: {}, pointer: ["components", section, name] };
    const finding = {
      kind: "unused-changed" as const,
      subject: `${SECTIONS[section] ?? section} ${name}, which no operation uses, was ${
        one === undefined ? "added" : two === undefined ? "removed" : "changed"
      }`,
    };
    note(
      context,
      "",
      "request",
      findingAt(one === undefined ? undefined : part, two === undefined ? undefined : part, finding),
    );
  }
}

function isSame(
  comparer: SchemaComparer,
  section: string,
  name: string,
  one: unknown,
  two: unknown,
): boolean {
  if (stableJson(one) === stableJson(two)) return true;
  if (section !== "schemas" || one === undefined || two === undefined) return false;
  const reference = schemaReference(name);
  const [before, after] = [component(reference, comparer.old), component(reference, comparer.new)];
  return (["request", "response"] as const).every(
    (direction) => !hasFindings(comparer.compareNow([before], [after], direction)),
  );
}

const SECTIONS: Readonly<Record<string, string>> = {
  schemas: "the schema",
  responses: "the response",
  parameters: "the parameter",
  headers: "the header",
  requestBodies: "the request body",
  securitySchemes: "the security scheme",
  examples: "the example",
  links: "the link",
  callbacks: "the callback",
  pathItems: "the path item",
};

/** The components that nothing leads to from the paths and webhooks of a document, by section and name. */
function unusedOf({ source }: Reading): ReadonlyMap<string, true> {
  const data = recordOf(source.data);
  const components = recordOf(data["components"]);
  const used = new Set<string>();
  const follow = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(follow);
    if (!isRecord(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === "string") refer(child, key);
      else follow(child);
    }
  };
  const refer = (text: string, key: string): void => {
    const [root, section = "", name = ""] = (text.startsWith("#/") ? parseReference(text) : undefined) ?? [];
    // A discriminator's mapping may say a schema's name alone.
    const isName = root === undefined && key !== "$ref" && text in recordOf(components["schemas"]);
    const id = isName ? `schemas ${text}` : `${section} ${name}`;
    if ((root !== "components" && !isName) || used.has(id)) return;
    used.add(id);
    follow(isName ? recordOf(components["schemas"])[text] : recordOf(components[section])[name]);
  };
  follow(data["paths"]);
  follow(data["webhooks"]);
  const bare = Object.entries(data).filter(([key]) => key.startsWith("/"));
  bare.forEach(([, item]) => follow(item));
  for (const requirement of requirementsIn(data)) used.add(`securitySchemes ${requirement}`);
  const all = Object.entries(components).flatMap(([section, entries]) =>
    Object.keys(recordOf(entries)).map((name) => `${section} ${name}`),
  );
  return new Map(all.filter((id) => !used.has(id) && id.split(" ").length === 2).map((id) => [id, true]));
}

/** The names of the security schemes that the document, or an operation, asks for. */
function requirementsIn(data: Readonly<Record<string, unknown>>): readonly string[] {
  const holders = [
    data,
    ...Object.values(recordOf(data["paths"])).flatMap((item) => Object.values(recordOf(item))),
  ];
  const lists = holders.flatMap((holder) => listOf(recordOf(holder)["security"]));
  return stringsOf(lists.flatMap((requirement) => Object.keys(recordOf(requirement))));
}
