import type { OpenApiDocument, Schema } from "./openapi.js";
import { componentName } from "./references.js";

/** What a schema says, by itself and through references and `allOf`: its own word first. */
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
  for (const part of schema.allOf ?? []) yield* withInherited(part, document, seen);
}

/** The first word that a schema says under some key, its own or one that it inherits. */
export function inherited<K extends keyof Schema>(
  schema: Schema,
  key: K,
  document: Pick<OpenApiDocument, "components">,
): Schema[K] | undefined {
  for (const part of withInherited(schema, document)) if (part[key] !== undefined) return part[key];
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
