import { freeName, keyAt, pascalCase } from "../../document/names.js";
import type { Discriminator, OpenApiDocument, Schema } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { isRecord, mapValues, omit } from "../../document/records.js";
import { schemaReference } from "../../document/references.js";
import { mapChildren, mapSchemas, type MapSchema } from "../../document/schemas.js";
import { shapeOf } from "../../document/annotations.js";
import { stableJson } from "../6-merge/components.js";
import type { Report } from "../../document/fix.js";

export interface Hoisted {
  readonly document: OpenApiDocument;
  /** Where the schemas stood that are components now, by their keys. */
  readonly origins: ReadonlyMap<string, Pointer>;
}

/**
 * Makes components of the schemas that stand in place but have a title, as in a document of which a tool has resolved
 * the references: those of the same title and shape become one. The arms of a discriminated union become components as
 * well, titled or not, for a discriminator can only lead to schemas that have a name.
 */
export function hoistSchemas(document: OpenApiDocument, report: Report): Hoisted {
  const { schemas } = document.components;
  const added: Record<string, Schema> = {};
  const origins = new Map<string, Pointer>();
  const keys = new Map(Object.entries(schemas).map(([key, schema]) => [identity(key, schema), key]));

  const hoist = (schema: Schema, title: string, pointer: Pointer): Schema => {
    const id = identity(title, schema);
    const known = keys.get(id);
    const key = known ?? freeName([title], (name) => name in schemas || name in added);
    if (known === undefined) {
      keys.set(id, key);
      added[key] = omit(schema, "title");
      origins.set(key, pointer);
      report(pointer, `the schema that stands here is the component ${key} now, and shared by its title`);
    }
    return { $ref: schemaReference(key) };
  };

  const hoistArms: MapSchema = (schema, pointer) => {
    const { discriminator } = schema;
    const [keyword, arms] = schema.oneOf
      ? (["oneOf", schema.oneOf] as const)
      : (["anyOf", schema.anyOf] as const);
    if (!discriminator || !arms) return schema;
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
    const named = arms.map((arm, index) => {
      if (arm.$ref !== undefined) return arm;
      const place = [...pointer, keyword, String(index)];
      return hoist(arm, kindOf(arm, discriminator) ?? `${keyAt(pointer, document)}${index + 1}`, place);
    });
    return {
      ...omit(schema, "anyOf"),
      oneOf: named,
      discriminator: { propertyName, ...(mapping && { mapping: targets }) },
    };
  };

  const mapOne: MapSchema = (schema, pointer) => {
    const open = schema.discriminator ? hoistArms(schema, pointer) : schema;
    const title = titleOf(open);
    const isComponent = pointer[0] === "components" && pointer.length === 3;
    return title === undefined || isComponent ? open : hoist(open, title, pointer);
  };
  const mapped: MapSchema = (schema, pointer) => mapOne(mapChildren(schema, mapped, pointer), pointer);

  const hoisted = mapSchemas(document, mapOne);
  const components = { ...hoisted.components, schemas: { ...hoisted.components.schemas, ...added } };
  return { document: { ...hoisted, components }, origins };
}

/** Reports with the places that hoisted schemas were read at. */
export function reportAtOrigin(report: Report, origins: ReadonlyMap<string, Pointer>): Report {
  return (pointer, reason) => {
    const [root, section, key = "", ...rest] = pointer;
    const origin = root === "components" && section === "schemas" ? origins.get(key) : undefined;
    report(origin ? [...origin, ...rest] : pointer, reason);
  };
}

/** Scalars and arrays are as plain as a name for them; a title that is a sentence of its own is no name. */
function titleOf(schema: Schema): string | undefined {
  const { title = "", type, properties, allOf, oneOf, anyOf } = schema;
  const isStructured = (type === "object" || properties) ?? allOf ?? oneOf ?? anyOf;
  if (!isStructured || title === "" || title.split(/\s+/).length > 5) return undefined;
  return /^[A-Za-z][\w.-]*$/.test(title) ? title : pascalCase(title) || undefined;
}

/** What an arm without a name says that it is: the one value of its discriminator. */
function kindOf(arm: Schema, { propertyName }: Discriminator): string | undefined {
  const property = arm.properties?.[propertyName];
  const [value, ...others] = property?.enum ?? property?.["x-extensible-enum"] ?? [property?.const];
  return typeof value === "string" && others.length === 0 ? pascalCase(value) || undefined : undefined;
}

function identity(title: string, schema: Schema): string {
  return `${title} ${stableJson(shapeOf(schema))}`;
}
