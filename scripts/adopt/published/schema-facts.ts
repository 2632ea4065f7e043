import type { Node } from "../../generator/document/nodes.js";
import { isRecord, mapValues, omit } from "../../generator/document/records.js";
import {
  FALSE_BY_DEFAULT,
  LISTED_SCHEMAS,
  NAMED_SCHEMAS,
  ONE_SCHEMA,
  SCHEMA_FACTS,
  SCHEMA_SETS,
  PUBLISHED_WORDS,
} from "../facts.js";
import { childrenAt, nodeAt, nodesAt, pick, textAt } from "../node.js";
import { exampleValue } from "./example-values.js";
import { lifecycleStage } from "./lifecycle.js";

/** A published schema without its sentences. What only gives examples for the members of another schema goes too. */
export function schemaFacts(schema: Node, keepWords = false): Node {
  const reference = textAt(schema, "$ref");
  const merged = mergeOverlays(nodesAt(schema, "allOf").map((member) => schemaFacts(member, keepWords)));
  const allOf = merged.filter((member) => !isMark(member));
  const own = withType(
    Object.assign({}, ...merged.filter(isMark), ownFacts(schema, keepWords)) as Node,
    allOf.length > 0 || reference !== undefined,
  );
  const members = reference === undefined ? allOf : [{ $ref: reference }, ...allOf];
  if (reference !== undefined && allOf.length === 0 && Object.keys(own).length === 0)
    return { $ref: reference };
  return { ...(members.length > 0 && { allOf: members }), ...own };
}

function ownFacts(schema: Node, keepWords: boolean): Node {
  const scalars = Object.entries(pick(schema, SCHEMA_FACTS)).filter(
    ([key, value]) => !(FALSE_BY_DEFAULT.has(key) && value === false),
  );
  // Published with a quotation mark behind it in places, which makes a string of it.
  const isImmutable = schema["x-immutable"] !== undefined && schema["x-immutable"] !== false;
  const stage = lifecycleStage(textAt(schema, "description"));
  const example = exampleValue(schema["example"], schema);
  return {
    ...Object.fromEntries(scalars),
    ...(isImmutable && { "x-immutable": true }),
    ...(stage !== undefined && { "x-lifecycle-stage": stage }),
    ...pick(schema, SCHEMA_SETS),
    ...within(schema, (part) => schemaFacts(part, keepWords)),
    ...discriminatorFacts(schema),
    ...(example !== undefined && { example }),
    ...(keepWords && wordsOf(schema)),
  };
}

/** The published words of a part, under a key of their own. */
export function wordsOf(part: Node): Node {
  const words = pick(part, ["summary", "description"]);
  return Object.keys(words).length === 0 ? {} : { [PUBLISHED_WORDS]: words };
}

/** The schemas within a schema. */
function within(schema: Node, facts: (part: Node) => Node): Node {
  const named = NAMED_SCHEMAS.filter((key) => isRecord(schema[key])).map((key) => [
    key,
    mapValues(Object.fromEntries(childrenAt(schema, key)), facts),
  ]);
  const listed = LISTED_SCHEMAS.filter((key) => Array.isArray(schema[key])).map((key) => [
    key,
    nodesAt(schema, key).map(facts),
  ]);
  const single = ONE_SCHEMA.filter((key) => schema[key] !== undefined).map((key) => {
    const value = schema[key];
    return [key, isRecord(value) ? facts(value) : value];
  });
  return Object.fromEntries([...named, ...listed, ...single]) as Node;
}

function discriminatorFacts(schema: Node): Node {
  const discriminator = schema["discriminator"];
  return isRecord(discriminator) ? { discriminator: pick(discriminator, ["propertyName", "mapping"]) } : {};
}

/** Members of `allOf` that say nothing are left out, and those that say something without a name become one. */
function mergeOverlays(members: readonly Node[]): readonly Node[] {
  const kept: Node[] = [];
  for (const member of members) {
    const facts = isOverlay(member) ? withoutExamples(member) : member;
    if (saysNothing(facts)) continue;
    const last = kept.at(-1);
    if (last && isOverlay(last) && isOverlay(facts)) kept[kept.length - 1] = mergeTwo(last, facts);
    else kept.push(facts);
  }
  return kept;
}

function isOverlay(schema: Node): boolean {
  return ["$ref", "allOf", "oneOf", "anyOf"].every((key) => schema[key] === undefined);
}

/** A member that only marks its schema says it of the whole. */
function isMark(schema: Node): boolean {
  return Object.keys(schema).every((key) => MARKS.has(key));
}

const MARKS: ReadonlySet<string> = new Set([
  "nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "x-immutable",
]);

/** OpenAPI 3.0 takes \`nullable\` to say something only beside a type, and references are to objects. */
function withType(own: Node, hasMembers: boolean): Node {
  if (own["nullable"] !== true || own["type"] !== undefined) return own;
  return hasMembers ? { ...own, type: "object" } : omit(own, "nullable");
}

/** Properties of an overlay that say nothing but an example are properties of the schema below it. */
function withoutExamples(schema: Node): Node {
  const { properties, items, ...rest } = omit(schema, "example", "nullable");
  const kept = isRecord(properties)
    ? Object.entries(properties)
        .filter((entry): entry is [string, Node] => isRecord(entry[1]))
        .map(
          ([name, property]) => [name, isOverlay(property) ? withoutExamples(property) : property] as const,
        )
        .filter(([, property]) => !saysNothing(property))
    : [];
  const item = isRecord(items) && isOverlay(items) ? withoutExamples(items) : items;
  return {
    ...rest,
    ...(isRecord(item) && !saysNothing(item) && { items: item }),
    ...(kept.length > 0 && { properties: Object.fromEntries(kept) }),
  };
}

/** The type alone is what the schema below has too. */
function saysNothing(schema: Node): boolean {
  return Object.keys(schema).every((key) => key === "type" || key === PUBLISHED_WORDS);
}

function mergeTwo(one: Node, other: Node): Node {
  const properties = { ...nodeAt(one, "properties") };
  for (const [name, property] of childrenAt(other, "properties")) {
    const known = properties[name];
    properties[name] = isRecord(known) ? mergeTwo(known, property) : property;
  }
  const lists = SCHEMA_SETS.filter((key) => Array.isArray(one[key]) && Array.isArray(other[key]));
  return {
    ...one,
    ...other,
    ...Object.fromEntries(
      lists.map((key) => [key, [...new Set([...(one[key] as unknown[]), ...(other[key] as unknown[])])]]),
    ),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}
