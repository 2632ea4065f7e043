import { hiddenNames, type Direction } from "../../document/directions.js";
import { propertyOf, requiredOf, withInherited } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { mapChildren, mapRootSchemas } from "../../document/schemas.js";
import { stableJson } from "../../document/stable-json.js";
import { directionsIn } from "./roots.js";

type Schemas = Readonly<Record<string, Schema>>;

/** So many properties are joined: copies within copies double. No document that was met has as many. */
const MAX_JOINS = 10_000;

/**
 * Describes a property in one place that several members of an `allOf` describe, where one of them marks as read-only or
 * write-only what another leaves unmarked, within the property. A mark in any of them counts, so that the directions of
 * such a property can only be told apart if all that is said of it is together. A component that describes it is copied. A
 * mark for a direction in which the schema does not occur counts for nothing.
 */
export function joinMarkedProperties(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const directionsOf = directionsIn(document);
  const known = new Map<string, boolean>();
  let joins = 0;

  const deep = (schema: Schema, directions: readonly Direction[], trail: readonly string[] = []): Schema =>
    mapChildren(joined(schema, directions, trail), (child) => deep(child, directions, trail));

  const joined = (schema: Schema, directions: readonly Direction[], trail: readonly string[]): Schema => {
    if (!schema.allOf) return schema;
    const found = [...propertiesIn(schema, schemas)].flatMap(([name, described]): [string, Schema][] => {
      if (described.length < 2) return [];
      // A property may have a property of the same kind within it, and so on without an end.
      const key = stableJson(described);
      const isApart = directions.some((direction) => isMarkedApart(described, direction, schemas, known));
      if (trail.includes(key) || joins >= MAX_JOINS || !isApart) return [];
      joins++;
      return [[name, deep({ allOf: described }, directions, [...trail, key])]];
    });
    if (found.length === 0) return schema;
    const names = new Set(found.map(([name]) => name));
    const rest = without(schema, names, schemas);
    return { ...rest, properties: { ...rest.properties, ...Object.fromEntries(found) } };
  };

  return mapRootSchemas(document, (schema, pointer) => deep(schema, directionsOf(pointer)));
}

/** What a schema and those that it inherits from say of each property, without repetitions. */
function propertiesIn(schema: Schema, schemas: Schemas): ReadonlyMap<string, readonly Schema[]> {
  const found = new Map<string, Schema[]>();
  for (const { properties = {} } of withInherited(schema, { components: { schemas } })) {
    for (const [name, property] of Object.entries(properties)) {
      const described = found.get(name);
      if (described) described.push(property);
      else found.set(name, [property]);
    }
  }
  return new Map([...found].map(([name, described]) => [name, distinct(described)]));
}

function distinct(schemas: readonly Schema[]): readonly Schema[] {
  if (schemas.length < 2) return schemas;
  return [...new Map(schemas.map((schema) => [stableJson(schema), schema])).values()];
}

/**
 * Whether one of several descriptions of a value marks what another does not, in it or in what it holds.
 *
 * @param known what has been answered, or is being answered: a value may hold one of its own kind
 */
function isMarkedApart(
  described: readonly Schema[],
  direction: Direction,
  schemas: Schemas,
  known: Map<string, boolean>,
): boolean {
  if (described.length < 2) return false;
  const key = `${direction} ${stableJson(described)}`;
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  known.set(key, false);
  const document = { components: { schemas } };
  const hidden = described.map((schema) => hiddenNames(direction, schema, schemas));
  const all = new Set(hidden.flatMap((names) => [...names]));
  const isApart = described.some((schema, index) => {
    const names = propertiesIn(schema, schemas);
    const isEmptied = names.size > 0 && hidden[index]?.size === names.size;
    const isUnmarked = (name: string): boolean =>
      hidden[index]?.has(name) !== true &&
      (propertyOf(schema, name, document) !== undefined || requiredOf(schema, document).has(name));
    return isEmptied || [...all].some(isUnmarked);
  });
  const isApartWithin = (): boolean =>
    [...propertiesIn({ allOf: described }, schemas).values()].some((properties) =>
      isMarkedApart(properties, direction, schemas, known),
    );
  const found = isApart || isApartWithin();
  known.set(key, found);
  return found;
}

/** A schema that does not describe some properties; a component that does is replaced by what it says. */
function without(schema: Schema, names: ReadonlySet<string>, schemas: Schemas): Schema {
  const { $ref, properties, allOf } = schema;
  if ($ref !== undefined) {
    const target = schemas[componentName($ref)];
    const isDescribed = target && [...propertiesIn(target, schemas).keys()].some((name) => names.has(name));
    return isDescribed ? without({ ...target, ...omit(schema, "$ref") }, names, schemas) : schema;
  }
  const kept = Object.entries(properties ?? {}).filter(([name]) => !names.has(name));
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(kept) }),
    ...(allOf && { allOf: allOf.map((member) => without(member, names, schemas)) }),
  };
}
