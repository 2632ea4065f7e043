import type { OpenApiDocument, Schema } from "./openapi.js";
import { componentName } from "./references.js";

/** A schema and all that it inherits from, through references and `allOf`: itself first. */
export function* withInherited(
  schema: Schema,
  document: Pick<OpenApiDocument, "components">,
  seen: ReadonlySet<string> = new Set(),
): Generator<Schema> {
  yield schema;
  const { $ref } = schema;
  if ($ref !== undefined && !seen.has($ref)) {
    const target = document.components.schemas[componentName($ref)];
    if (target) yield* withInherited(target, document, new Set([...seen, $ref]));
  }
  for (const member of schema.allOf ?? []) yield* withInherited(member, document, seen);
}

/** The value that a schema has under a key, its own before an inherited one. */
export function inherited<K extends keyof Schema>(
  schema: Schema,
  key: K,
  document: Pick<OpenApiDocument, "components">,
): Schema[K] | undefined {
  for (const ancestor of withInherited(schema, document)) {
    if (ancestor[key] !== undefined) return ancestor[key];
  }
  return undefined;
}

export function propertyOf(
  schema: Schema,
  name: string,
  document: Pick<OpenApiDocument, "components">,
): Schema | undefined {
  for (const { properties } of withInherited(schema, document)) {
    if (properties && Object.hasOwn(properties, name)) return properties[name];
  }
  return undefined;
}

export function requiredOf(
  schema: Schema,
  document: Pick<OpenApiDocument, "components">,
): ReadonlySet<string> {
  return new Set([...withInherited(schema, document)].flatMap(({ required = [] }) => required));
}
