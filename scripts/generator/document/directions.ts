import type { Schema } from "./openapi.js";
import { omit } from "./records.js";
import { componentName, referencesIn } from "./references.js";
import { childrenOf } from "./schemas.js";

/** Whether a schema describes what the service returns, or what is sent to it. */
export type Direction = "response" | "request";

type Schemas = Readonly<Record<string, Schema>>;

/** A schema without the properties that one direction lacks: a request has no read-only ones, a response no write-only ones. */
export function visibleIn(direction: Direction, schema: Schema, schemas: Schemas): Schema {
  const hidden = hiddenNames(direction, schema, schemas);
  if (hidden.size === 0) return schema;
  const { properties, required = [] } = schema;
  const visible = Object.entries(properties ?? {}).filter(([name]) => !hidden.has(name));
  return requiring(
    { ...schema, ...(properties && { properties: Object.fromEntries(visible) }) },
    required.filter((name) => !hidden.has(name)),
  );
}

/** A schema that requires exactly these properties. */
export function requiring(schema: Schema, names: readonly string[]): Schema {
  return { ...omit(schema, "required"), ...(names.length > 0 && { required: names }) };
}

/** The names of the properties that one direction lacks, including those inherited through `allOf`. */
export function hiddenNames(direction: Direction, schema: Schema, schemas: Schemas): ReadonlySet<string> {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const isMarked = (property: Schema): boolean =>
    [...lineageOf(property, schemas)].some((part) => part[mark] === true);
  const hidden = [...lineageOf(schema, schemas)].flatMap(({ properties = {} }) =>
    Object.entries(properties).filter(([, property]) => isMarked(property)),
  );
  return new Set(hidden.map(([name]) => name));
}

/** A schema and all that it takes everything from, each once: many may lead to the same. */
function lineageOf(schema: Schema, schemas: Schemas): ReadonlySet<Schema> {
  const lineage = new Set([schema]);
  for (const part of lineage) for (const parent of parentsOf(part, schemas)) lineage.add(parent);
  return lineage;
}

/** The schemas that a schema inherits from: the target of its reference, the members of its `allOf`. */
function parentsOf(schema: Schema, schemas: Schemas): readonly Schema[] {
  const target = schema.$ref === undefined ? undefined : schemas[componentName(schema.$ref)];
  return [...(target ? [target] : []), ...(schema.allOf ?? [])];
}

/** The component schemas that differ between the directions, themselves or through a schema that they refer to. */
export function schemasThatDiffer(schemas: Schemas): ReadonlySet<string> {
  const hasHidden = (schema: Schema): boolean =>
    hiddenNames("response", schema, schemas).size > 0 ||
    hiddenNames("request", schema, schemas).size > 0 ||
    childrenOf(schema).some(hasHidden);
  const differing = new Set(Object.keys(schemas).filter((name) => hasHidden(schemas[name] ?? {})));
  const references = Object.entries(schemas).map(
    ([name, schema]) => [name, [...referencesIn(schema)].map(componentName)] as const,
  );
  for (let size = -1; size !== differing.size;) {
    size = differing.size;
    for (const [name, targets] of references)
      if (targets.some((target) => differing.has(target))) differing.add(name);
  }
  return differing;
}

/** The component schemas that can be reached from some schemas in one direction. */
export function reachableIn(
  direction: Direction,
  roots: readonly Schema[],
  schemas: Schemas,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (schema: Schema): void => {
    const name = schema.$ref === undefined ? undefined : componentName(schema.$ref);
    const target = name === undefined ? undefined : schemas[name];
    if (name !== undefined && target && !reached.has(name)) {
      reached.add(name);
      follow(target);
    }
    childrenOf(visibleIn(direction, schema, schemas)).forEach(follow);
  };
  roots.forEach(follow);
  return reached;
}
