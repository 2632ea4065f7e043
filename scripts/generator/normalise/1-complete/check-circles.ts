import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { componentName } from "../../document/references.js";
import type { Source } from "../../read/source.js";

/**
 * Makes sure that no schema is made of itself, be it through others. One that holds itself in a property or an item is
 * fine; but one that refers to itself with nothing in between says nothing, and no type can be made of it.
 */
export function checkCircles(document: OpenApiDocument, source: Source): OpenApiDocument {
  const { schemas } = document.components;
  const sound = new Set<string>();

  const follow = (name: string, trail: readonly string[]): void => {
    const schema = schemas[name];
    if (!schema || sound.has(name)) return;
    if (trail.includes(name)) {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(" → ");
      throw source.error(["components", "schemas", name], `the schema leads back to itself: ${circle}`);
    }
    for (const part of madeOf(schema)) follow(part, [...trail, name]);
    sound.add(name);
  };
  for (const name of Object.keys(schemas)) follow(name, []);
  return document;
}

/** The components that a schema refers to with nothing in between. */
export function madeOf({ $ref, allOf = [], anyOf = [], oneOf = [] }: Schema): readonly string[] {
  const own = $ref === undefined ? [] : [componentName($ref)];
  return [...own, ...[...allOf, ...anyOf, ...oneOf].flatMap(madeOf)];
}
