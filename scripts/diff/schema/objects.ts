import { hiddenNames, type Direction } from "../../generator/document/directions.js";
import { listOf, recordOf, stringsOf } from "../json.js";
import type { Reading } from "../read-document.js";
import { schemaAt, type Conjunction, type Located } from "./conjunction.js";

/** What properties an object has in one direction. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Conjunction>;
  readonly required: ReadonlySet<string>;
  /** The properties that this direction lacks, since they are `readOnly` or `writeOnly`. */
  readonly hidden: ReadonlySet<string>;
  /** What is possible under other names: a schema, nothing, or anything. */
  readonly additional: Conjunction | "nothing" | "anything";
  /** What else must be there where a property is. */
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
}

export function objectShapeOf(
  parts: readonly Located[],
  direction: Direction,
  reading: Reading,
): ObjectShape {
  const { schemas } = reading.document.components;
  const hidden = new Set(parts.flatMap(({ schema }) => [...hiddenNames(direction, schema, schemas)]));
  const properties = new Map<string, Located[]>();
  const required = new Set<string>();
  const dependencies = new Map<string, Set<string>>();
  for (const { schema, pointer } of parts) {
    for (const [name, value] of Object.entries(schema.properties ?? {})) {
      const property = schemaAt(value, [...pointer, "properties", name]);
      if (property && !hidden.has(name)) properties.set(name, [...(properties.get(name) ?? []), property]);
    }
    for (const name of stringsOf(schema.required)) if (!hidden.has(name)) required.add(name);
    const dependent = recordOf((schema as Readonly<Record<string, unknown>>)["dependentRequired"]);
    for (const [name, names] of Object.entries(dependent)) {
      const known = dependencies.get(name) ?? new Set();
      for (const other of stringsOf(names)) known.add(other);
      dependencies.set(name, known);
    }
  }
  return { properties, required, hidden, additional: additionalOf(parts), dependencies };
}

function additionalOf(parts: readonly Located[]): ObjectShape["additional"] {
  const said = parts.map(({ schema, pointer }) => ({
    value: schema.additionalProperties,
    pointer: [...pointer, "additionalProperties"],
  }));
  if (said.some(({ value }) => value === false)) return "nothing";
  const schemas = said.flatMap(({ value, pointer }) => {
    const isAnything = value === undefined || value === true || Object.keys(value).length === 0;
    return isAnything ? [] : (schemaAt(value, pointer) ?? []);
  });
  return schemas.length === 0 ? "anything" : schemas;
}

/** A schema within another, and how a reader calls what it is for. */
export interface Slot {
  readonly schema: Conjunction;
  readonly label: string;
  /** How its place is written: `[]` for items. */
  readonly segment: string;
}

const SINGLE: Readonly<Record<string, { readonly label: string; readonly segment: string }>> = {
  items: { label: "what the items must be", segment: "[]" },
  contains: { label: "what one of the items must be", segment: " (an item)" },
  propertyNames: { label: "what names of properties must be", segment: " (names)" },
  unevaluatedItems: { label: "what further items must be", segment: "[further]" },
  unevaluatedProperties: { label: "what further properties must be", segment: ".*" },
};
const NAMED: Readonly<
  Record<string, (name: string) => { readonly label: string; readonly segment: string }>
> = {
  patternProperties: (name) => ({
    label: `what properties that match ${name} must be`,
    segment: `.(${name})`,
  }),
  dependentSchemas: (name) => ({ label: `what holds where there is ${name}`, segment: ` (with ${name})` }),
};

/** The schemas within schemas that hold at once, other than properties and variants. What is in one place holds at once too. */
export function slotsOf(parts: readonly Located[]): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  const add = (key: string, value: unknown, place: Located["pointer"], words: Omit<Slot, "schema">): void => {
    const schema = schemaAt(value, place);
    if (!schema || Object.keys(schema.schema).length === 0) return;
    slots.set(key, { schema: [...(slots.get(key)?.schema ?? []), schema], ...words });
  };
  for (const { schema, pointer } of parts) {
    const node = schema as Readonly<Record<string, unknown>>;
    for (const [key, words] of Object.entries(SINGLE)) add(key, node[key], [...pointer, key], words);
    for (const [key, wordsFor] of Object.entries(NAMED)) {
      for (const [name, value] of Object.entries(recordOf(node[key])))
        add(`${key} ${name}`, value, [...pointer, key, name], wordsFor(name));
    }
    for (const [index, value] of listOf(node["prefixItems"]).entries()) {
      const words = { label: `what item ${index + 1} must be`, segment: `[${index}]` };
      add(`prefixItems ${index}`, value, [...pointer, "prefixItems", String(index)], words);
    }
    // Without an `if`, the others say nothing.
    if (node["if"] === undefined) continue;
    for (const key of ["then", "else"]) {
      const words = {
        label: `what holds ${key === "then" ? "on" : "without"} a condition`,
        segment: ` (${key})`,
      };
      add(key, node[key], [...pointer, key], words);
    }
  }
  return slots;
}
