import type { Components, Schema } from "./openapi.js";
import { componentName } from "./references.js";

/** Where the schemas are that others inherit from. */
interface Inheritance {
  readonly components: Pick<Components, "schemas">;
}

/** A schema and all that it inherits from, through references and `allOf`: itself first, and each component once. */
export function withInherited(schema: Schema, document: Inheritance): readonly Schema[] {
  if (schema.$ref === undefined && schema.allOf === undefined) return [schema];
  const found: Schema[] = [];
  const seen = new Set<string>();
  const follow = (heir: Schema): void => {
    found.push(heir);
    const { $ref, allOf = [] } = heir;
    if ($ref !== undefined && !seen.has($ref)) {
      seen.add($ref);
      const target = document.components.schemas[componentName($ref)];
      if (target) follow(target);
    }
    allOf.forEach(follow);
  };
  follow(schema);
  return found;
}

/** The value that a schema has under a key, its own before an inherited one. */
export function inherited<K extends keyof Schema>(
  schema: Schema,
  key: K,
  document: Inheritance,
): Schema[K] | undefined {
  for (const ancestor of withInherited(schema, document)) {
    if (ancestor[key] !== undefined) return ancestor[key];
  }
  return undefined;
}

export function propertyOf(schema: Schema, name: string, document: Inheritance): Schema | undefined {
  for (const { properties } of withInherited(schema, document)) {
    if (properties && Object.hasOwn(properties, name)) return properties[name];
  }
  return undefined;
}

export function requiredOf(schema: Schema, document: Inheritance): ReadonlySet<string> {
  return new Set(withInherited(schema, document).flatMap(({ required = [] }) => required));
}
