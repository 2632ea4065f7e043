import type { Schema } from "../../document/openapi.js";
import { componentName } from "../../document/references.js";
import type { DocumentStage } from "../stage.js";

/**
 * Refuses a schema that is composed of itself, directly or through others. A schema may contain itself in a property or an
 * item; but one that refers to itself with nothing in between says nothing, and no type can be made of it.
 */
export const checkCircles: DocumentStage = (document, { source }) => {
  const { schemas } = document.components;
  const sound = new Set<string>();

  const follow = (name: string, trail: readonly string[]): void => {
    const schema = schemas[name];
    if (!schema || sound.has(name)) return;
    if (trail.includes(name)) {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(" → ");
      throw source.error(["components", "schemas", name], `the schema leads back to itself: ${circle}`);
    }
    for (const component of composedOf(schema)) follow(component, [...trail, name]);
    sound.add(name);
  };
  for (const name of Object.keys(schemas)) follow(name, []);
  return document;
};

/** The components that a schema is composed of: those that it refers to outside of its properties and items. */
export function composedOf({ $ref, allOf = [], anyOf = [], oneOf = [] }: Schema): readonly string[] {
  const own = $ref === undefined ? [] : [componentName($ref)];
  return [...own, ...[...allOf, ...anyOf, ...oneOf].flatMap(composedOf)];
}
