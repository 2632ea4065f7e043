import { shapeOf } from "../../document/annotations.js";
import { freeName, keyAt, pascalCase } from "../../document/names.js";
import type { Discriminator, Schema } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { isRecord, mapValues, omit } from "../../document/records.js";
import { schemaReference } from "../../document/references.js";
import { mapChildren, mapSchemas, type MapSchema } from "../../document/schemas.js";
import { stableJson } from "../../document/stable-json.js";
import type { DocumentStage } from "../stage.js";

/**
 * Makes components of inline schemas that have a title, as they are in a document whose references a tool has resolved.
 * Those with the same title and shape become one component. The variants of a union with a discriminator become components
 * with or without a title, since a discriminator can only refer to schemas by name.
 */
export const hoistSchemas: DocumentStage = (document, { report, noteOrigin }) => {
  const { schemas } = document.components;
  const added: Record<string, Schema> = {};
  const keys = new Map(Object.entries(schemas).map(([key, schema]) => [identity(key, schema), key]));

  const hoist = (schema: Schema, title: string, pointer: Pointer): Schema => {
    const id = identity(title, schema);
    const known = keys.get(id);
    const key = known ?? freeName([title], (name) => name in schemas || name in added);
    if (known === undefined) {
      keys.set(id, key);
      added[key] = omit(schema, "title");
      noteOrigin(key, pointer);
      report(pointer, `the inline schema becomes the component ${key}, shared by its title`);
    }
    return { $ref: schemaReference(key) };
  };

  const hoistVariants: MapSchema = (schema, pointer) => {
    const { discriminator } = schema;
    const [keyword, variants] = schema.oneOf
      ? (["oneOf", schema.oneOf] as const)
      : (["anyOf", schema.anyOf] as const);
    if (!discriminator || !variants) return schema;
    const { propertyName, mapping } = discriminator;
    const targets = mapValues(mapping ?? {}, (target, kind): string =>
      typeof target === "string" ? target : (mapped({ title: kind, ...target }, pointer).$ref ?? kind),
    );
    if (Object.values(mapping ?? {}).some(isRecord)) {
      report(
        [...pointer, "discriminator", "mapping"],
        "refers to schemas by name, in place of copies of them",
      );
    }
    const named = variants.map((variant, index) => {
      if (variant.$ref !== undefined) return variant;
      const place = [...pointer, keyword, String(index)];
      return hoist(
        variant,
        kindOf(variant, discriminator) ?? `${keyAt(pointer, document)}${index + 1}`,
        place,
      );
    });
    return {
      ...omit(schema, "anyOf"),
      oneOf: named,
      discriminator: { propertyName, ...(mapping && { mapping: targets }) },
    };
  };

  const mapOne: MapSchema = (schema, pointer) => {
    const open = schema.discriminator ? hoistVariants(schema, pointer) : schema;
    const title = titleOf(open);
    const isComponent = pointer[0] === "components" && pointer.length === 3;
    return title === undefined || isComponent ? open : hoist(open, title, pointer);
  };
  const mapped: MapSchema = (schema, pointer) => mapOne(mapChildren(schema, mapped, pointer), pointer);

  const hoisted = mapSchemas(document, mapOne);
  const components = { ...hoisted.components, schemas: { ...hoisted.components.schemas, ...added } };
  return { ...hoisted, components };
};

/** The title of a schema that deserves a name: not that of a scalar or an array, nor one that is a whole sentence. */
function titleOf(schema: Schema): string | undefined {
  const { title = "", type, properties, allOf, oneOf, anyOf } = schema;
  const isStructured = (type === "object" || properties) ?? allOf ?? oneOf ?? anyOf;
  if (!isStructured || title === "" || title.split(/\s+/).length > 5) return undefined;
  return /^[A-Za-z][\w.-]*$/.test(title) ? title : pascalCase(title) || undefined;
}

/** A name for a variant that has none: the only value of its discriminator. */
function kindOf(variant: Schema, { propertyName }: Discriminator): string | undefined {
  const property = variant.properties?.[propertyName];
  const [value, ...others] = property?.enum ?? property?.["x-extensible-enum"] ?? [property?.const];
  return typeof value === "string" && others.length === 0 ? pascalCase(value) || undefined : undefined;
}

function identity(title: string, schema: Schema): string {
  return `${title} ${stableJson(shapeOf(schema))}`;
}
