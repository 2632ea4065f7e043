import type { Schema } from "../../../scripts/generator/document/openapi.js";
import { schemaReference } from "../../../scripts/generator/document/references.js";
import type { Subschema } from "./json.js";
import type { Random } from "./random.js";

/** Makes schemas that refer to components which are there already. */
export interface SchemaMaker {
  /** An object with some properties of its own. */
  object(depth: number): Schema;
  /** Any value. */
  value(depth: number): Subschema;
}

/**
 * Properties whose names say what they are in every schema, so that schemas which are combined agree: each may be further
 * narrowed, marked or required in any of them.
 */
const FAMILIES = {
  id: "string",
  "a-b": "string",
  "1": "integer",
  new: "boolean",
  "#x": "string",
  größe: "number",
  state: "enum",
  spec: "object",
  tags: "list",
} as const;

const STATES = ["on", "off", "idle"];

/** @param objects the names of the components that are objects, @param others those of all others */
export function createSchemaMaker(
  version: string,
  random: Random,
  objects: readonly string[],
  others: readonly string[],
): SchemaMaker {
  const is30 = version.startsWith("3.0");
  let free = 0;

  const nullable = (schema: Schema): Schema => {
    const { type, enum: values } = schema;
    if (is30) {
      if (type !== undefined)
        return { ...schema, nullable: true, ...(values && { enum: [...values, null] }) };
      return { nullable: true, allOf: [schema] };
    }
    const widened: readonly Schema[] =
      typeof type === "string"
        ? [{ ...schema, type: [type, "null"], ...(values && { enum: [...values, null] }) }]
        : [];
    return (
      random.any([
        ...widened,
        { anyOf: [schema, { type: "null" }] },
        { oneOf: [{ type: "null" }, schema] },
      ]) ?? schema
    );
  };

  const marked = (schema: Subschema): Subschema => {
    if (typeof schema === "boolean" || !random.chance(20)) return schema;
    const mark = random.pick([{ readOnly: true }, { readOnly: true }, { writeOnly: true }]);
    return is30 && schema.$ref !== undefined ? { allOf: [schema], ...mark } : { ...schema, ...mark };
  };

  /** A property of a family: what schemas say of it differs, but does not contradict. */
  const familiar = (name: keyof typeof FAMILIES, depth: number): Schema => {
    const family = FAMILIES[name];
    const base: Schema =
      family === "enum"
        ? { type: "string", ...(random.chance(60) && { enum: ["on", ...random.some(STATES.slice(1))] }) }
        : family === "object"
          ? object(depth + 1, true)
          : family === "list"
            ? { type: "array", items: { type: "string" } }
            : {
                type: family,
                ...(family === "string" && random.chance(20) && { minLength: 1, maxLength: 40 }),
              };
    return random.chance(15) ? nullable(base) : random.chance(8) ? { description: "Anything." } : base;
  };

  /** @param isSpec whether it is what several schemas may say of one property */
  const object = (depth: number, isSpec = false): Schema => {
    const names = random.some(Object.keys(FAMILIES) as (keyof typeof FAMILIES)[], depth > 2 ? 15 : 30);
    const own = names.map((name): [string, Subschema] => [name, marked(familiar(name, depth))]);
    const more = Array.from({ length: random.below(depth > 2 ? 1 : 3) }, (): [string, Subschema] => [
      random.pick([`v${++free}`, `v-${++free}`]),
      marked(value(depth + 1)),
    ]);
    const properties = Object.fromEntries([...own, ...more]);
    const required = random.some(Object.keys(properties), 40);
    const isBare = Object.keys(properties).length === 0;
    const isOpen = !isBare && !isSpec;
    return {
      ...(random.chance(92) && { type: "object" }),
      ...(!isBare && { properties }),
      ...(required.length > 0 && { required }),
      ...(isBare && random.chance(50) && { type: "object", additionalProperties: false }),
      ...(!isBare && random.chance(10) && { additionalProperties: false }),
      ...(isOpen &&
        random.chance(20) && {
          additionalProperties: random.pick<Subschema>([true, { type: "string" }, { type: "integer" }]),
        }),
      ...(!is30 && isOpen && random.chance(20) && { patternProperties: { "^x-": { type: "string" } } }),
      ...(random.chance(4) && { minProperties: 1 }),
    } as Schema;
  };

  const reference = (names: readonly string[]): Schema | undefined => {
    const name = random.any(names);
    return name === undefined ? undefined : { $ref: schemaReference(name) };
  };

  const scalar = (): Schema =>
    random.pick<Schema>([
      { type: "string" },
      { type: "integer" },
      { type: "boolean" },
      { type: "string", enum: ["red", "green"] },
      { type: "string", format: "date-time" },
      { type: "number", minimum: 0 },
      { type: "integer", enum: [1, 2] },
      { enum: ["big", 3, true] },
      ...(is30 ? [] : [{ const: "fixed" }, { const: 5 }, { type: "null" }, { enum: ["a", null] }]),
    ]);

  const value = (depth: number): Subschema => {
    if (depth > 3) return reference(random.chance(30) ? [...objects, ...others] : []) ?? scalar();
    const inner = (): Subschema => value(depth + 1);
    const schema = random.pick<() => Subschema>([
      scalar,
      scalar,
      () => reference([...objects, ...others]) ?? scalar(),
      () => reference(objects) ?? scalar(),
      () => object(depth + 1),
      () => ({ type: "array", items: inner() }) as Schema,
      () => ({ type: "object", additionalProperties: inner() }),
      () => ({
        [random.pick(["oneOf", "anyOf"])]: [inner(), scalar(), ...(random.chance(40) ? [inner()] : [])],
      }),
      () => ({ allOf: [reference(objects) ?? object(depth + 1), object(depth + 1)] }),
      () => ({}),
      ...(is30 ? [] : [() => typeList(depth), () => tuple(depth), () => beside(depth), () => true]),
    ])();
    return typeof schema === "object" && random.chance(15) ? nullable(schema) : schema;
  };

  const typeList = (depth: number): Schema => {
    const types = ["string", ...random.some(["integer", "boolean", "null", "object", "array"], 40)];
    return {
      type: types,
      ...(types.includes("object") && { properties: object(depth + 1).properties ?? {} }),
      ...(types.includes("array") && { items: scalar() }),
    };
  };

  const tuple = (depth: number): Schema => {
    const prefixItems = [value(depth + 1), scalar()] as Schema[];
    const items = random.pick<Subschema | undefined>([undefined, false, true, { type: "boolean" }]);
    return {
      type: "array",
      prefixItems,
      minItems: random.below(3),
      ...(items !== undefined && { items: items as Schema }),
    };
  };

  /** A reference with constraints beside it. */
  const beside = (depth: number): Schema => ({
    ...(reference(objects) ?? {}),
    ...random.pick<Schema>([object(depth + 1), { required: ["id"] }, { description: "One." }]),
  });

  return { object, value };
}
