import type { JsonSchema, Json, JsonObject } from "./json.js";
import type { Projection } from "./project.js";
import type { Random } from "./random.js";

/** The keywords of a schema that a value is made by. */
interface Keywords {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly default?: Json;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly unevaluatedProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const MAX_DEPTH = 5;
const EVERY_TYPE = ["string", "number", "boolean", "object", "array", "null"];

/** Values that are likely to satisfy a schema; whether they do, a validator says. */
export function createSampler(
  projection: Projection,
  random: Random,
): (schema: JsonSchema) => Json | undefined {
  /** A value for all of these schemas at once; undefined if there is none. */
  const sample = (schemas: readonly JsonSchema[], depth: number): Json | undefined => {
    const parts = schemas.flatMap(flatten);
    if (depth > MAX_DEPTH * 2 || parts.includes(false)) return undefined;
    const keywords = parts.filter(
      (part): part is Exclude<JsonSchema, boolean> => typeof part === "object",
    ) as readonly Keywords[];
    const choices = keywords.flatMap((part) =>
      "const" in part ? [[part.const ?? null]] : part.enum ? [part.enum] : [],
    );
    if (choices.length > 0) {
      const [first = [], ...others] = choices;
      return random.any(
        first.filter((value) => others.every((list) => list.some((other) => same(other, value)))),
      );
    }
    const type = random.any(typesOf(keywords));
    if (type === "object") return object(keywords, depth);
    if (type === "array") return array(keywords, depth);
    if (type === "null") return null;
    if (type === "boolean") return random.chance(50);
    if (type === "string")
      return random.pick(["abc", "de", "user@example.com", "2024-01-01T00:00:00Z", "x1"]);
    const lowest = Math.max(0, ...keywords.map(({ minimum = 0 }) => minimum));
    return Math.ceil(lowest) + random.below(3) + (type === "number" && random.chance(30) ? 0.5 : 0);
  };

  const flatten = (schema: JsonSchema): readonly JsonSchema[] => {
    if (typeof schema === "boolean") return [schema];
    const { $ref, allOf = [], anyOf, oneOf } = schema as Keywords;
    const target = $ref === undefined ? [] : [projection.definitions[$ref.slice("#/$defs/".length)] ?? false];
    const variants = [anyOf, oneOf].flatMap((union) => (union ? [random.any(union) ?? false] : []));
    return [schema, ...[...target, ...allOf, ...variants].flatMap(flatten)];
  };

  const object = (keywords: readonly Keywords[], depth: number): JsonObject | undefined => {
    const required = new Set(keywords.flatMap((part) => part.required ?? []));
    const names = new Set([...keywords.flatMap((part) => Object.keys(part.properties ?? {})), ...required]);
    const entries: [string, Json][] = [];
    for (const name of names) {
      const isRequired = required.has(name);
      if (!isRequired && (depth > MAX_DEPTH || random.chance(40))) continue;
      const value = sample(
        keywords.flatMap((part) => at(part, name)),
        depth + 1,
      );
      if (value !== undefined) entries.push([name, value]);
      else if (isRequired) return undefined;
    }
    const isOpen = keywords.every((part) => part.unevaluatedProperties !== false);
    if (isOpen && depth <= MAX_DEPTH && random.chance(60)) {
      const patterned = random.any(keywords.flatMap((part) => Object.keys(part.patternProperties ?? {})));
      const name = patterned === "^x-" ? "x-more" : "more";
      const more = sample(
        keywords.flatMap((part) => at(part, name)),
        depth + 1,
      );
      if (more !== undefined && !names.has(name)) entries.push([name, more]);
    }
    return Object.fromEntries(entries);
  };

  /** What a part of a schema says of the property of a name. */
  const at = (part: Keywords, name: string): readonly JsonSchema[] => {
    const { properties = {}, patternProperties = {}, additionalProperties } = part;
    const own = Object.hasOwn(properties, name) ? [properties[name] ?? {}] : [];
    const patterns = Object.entries(patternProperties).flatMap(([pattern, schema]) =>
      new RegExp(pattern, "u").test(name) ? [schema] : [],
    );
    const said = [...own, ...patterns];
    return said.length > 0 || additionalProperties === undefined ? said : [additionalProperties];
  };

  const array = (keywords: readonly Keywords[], depth: number): Json | undefined => {
    const least = Math.max(0, ...keywords.map(({ minItems = 0 }) => minItems));
    const length = depth > MAX_DEPTH ? least : least + random.below(3);
    const items: Json[] = [];
    for (let index = 0; index < length; index++) {
      const schemas = keywords.flatMap(({ prefixItems = [], items: others }) =>
        index < prefixItems.length ? [prefixItems[index] ?? true] : others === undefined ? [] : [others],
      );
      const item = sample(schemas, depth + 1);
      if (item === undefined) break;
      items.push(item);
    }
    return items;
  };

  return (schema) => sample([schema], 0);
}

function typesOf(keywords: readonly Keywords[]): readonly string[] {
  const said = keywords.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  if (said.length === 0) {
    if (keywords.some((part) => part.properties ?? part.required ?? part.additionalProperties))
      return ["object"];
    if (keywords.some((part) => part.items ?? part.prefixItems)) return ["array"];
  }
  const isAllowed = (name: string): boolean =>
    said.every((types) => types.includes(name) || (name === "integer" && types.includes("number")));
  const found = [...new Set([...said.flat(), ...EVERY_TYPE])].filter(isAllowed);
  return found.includes("integer") ? found.filter((name) => name !== "number") : found;
}

function same(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
