import type { Node } from "../../generator/document/nodes.js";
import { mapNodes } from "../../generator/document/nodes.js";
import { isRecord, mapValues, omit } from "../../generator/document/records.js";
import { CORRECTIONS } from "../facts.js";
import { canonicalFacts, childrenAt, listAt, nodeAt, nodesAt, textAt } from "../node.js";

/** The parts that many of our documents share, with their words: a document of the form of ours. */
export type HouseWords = Node;

const SECTIONS = ["securitySchemes", "parameters", "headers", "responses"] as const;

/** Gives the parts of a document that all documents share the words and examples that they have everywhere. */
export function addHouseWords(document: Node, words: HouseWords): Node {
  const components = nodeAt(document, "components");
  const ours = nodeAt(words, "components");
  const sections = SECTIONS.map((section) => [
    section,
    mapValues(nodeAt(components, section), (part, name) =>
      sharedPart(part as Node, name, nodeAt(ours, section)),
    ),
  ]);
  const schemas = mapValues(nodeAt(components, "schemas"), (schema, name) =>
    schemaWords(schema as Node, nodeAt(nodeAt(ours, "schemas"), name), nodeAt(words, "x-properties")),
  );
  return {
    ...document,
    info: { ...nodeAt(document, "info"), license: nodeAt(words, "info")["license"] },
    servers: nodesAt(document, "servers").map((server) => ({
      ...server,
      ...nodesAt(words, "servers").find(({ url }) => url === server["url"]),
    })),
    components: {
      ...components,
      ...Object.fromEntries(sections),
      schemas,
      examples: { ...nodeAt(components, "examples"), ...nodeAt(ours, "examples") },
    },
  };
}

/** Takes over the whole part that says the same, or else the words that hold for parts of this name in general. */
function sharedPart(part: Node, name: string, ours: Node): Node {
  const base = baseName(name);
  const namesakes = Object.entries(ours).filter(
    (entry): entry is [string, Node] => baseName(entry[0]) === base && isRecord(entry[1]),
  );
  const same = namesakes.find(([, one]) => sameFacts(part, one));
  if (same) return same[1];
  const general = nodeAt(ours, base);
  const description = holdsInGeneral(general) ? textAt(general, "description") : undefined;
  return description === undefined ? part : { ...part, description };
}

/** One of several parts that differ is numbered. */
function baseName(name: string): string {
  return name.replace(/(?<!\d)\d+$/, "");
}

/** Words of a response that may speak of its headers hold for it alone. */
function holdsInGeneral(part: Node): boolean {
  return Object.keys(nodeAt(part, "headers")).every((name) => GENERAL_HEADERS.has(name));
}

const GENERAL_HEADERS: ReadonlySet<string> = new Set(["X-Request-Id", "WWW-Authenticate"]);

export function withoutWords(part: Node): Node {
  return mapNodes(part, (node, _, descend) => descend(omit(node, "description", "summary", CORRECTIONS)));
}

function schemaWords(schema: Node, ours: Node, common: Node): Node {
  const words = textAt(ours, "description");
  const properties = childrenAt(schema, "properties").map(([name, property]) => {
    const known = nodeAt(nodeAt(ours, "properties"), name);
    const general = nodeAt(common, name);
    const description =
      textAt(known, "description") ??
      (isCommon(property, general) ? textAt(general, "description") : undefined);
    const isReference = property["$ref"] !== undefined;
    const hasExample = known["example"] !== undefined && sameFacts(property, known);
    const added = {
      ...(description !== undefined && !isReference && { description }),
      ...(hasExample && { example: known["example"] }),
    };
    return [name, { ...property, ...added }];
  });
  return {
    ...schema,
    ...(words !== undefined && { description: words }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) as Node }),
  };
}

function sameFacts(one: Node, other: Node): boolean {
  return canonicalFacts(withoutWords(one)) === canonicalFacts(withoutWords(other));
}

/** A property that every object has says the same of each; only its one value differs. */
function isCommon(property: Node, general: Node): boolean {
  if (!isRecord(general) || Object.keys(general).length === 0) return false;
  return sameFacts(omit(property, "enum", "x-extensible-enum"), general) && values(property).length === 1;
}

function values(property: Node): readonly unknown[] {
  return [...listAt(property, "enum"), ...listAt(property, "x-extensible-enum")];
}
