import { requiredOf } from "../../document/inherited.js";
import { keyAt, splitKey, typeName } from "../../document/names.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { mapValues, omit } from "../../document/records.js";
import { componentName, schemaReference } from "../../document/references.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";
import { narrowDiscriminators } from "./narrow-discriminator.js";
import { variantTags, type VariantTags } from "./variant-tags.js";

/**
 * Makes each union with a discriminator one that TypeScript narrows, and that is open. The discriminator of each variant
 * is required, and closed to the values that select it; one more variant stands for kinds that the document does not know yet; and a
 * union within another schema gets a name.
 */
export const openUnions: DocumentStage = (document, { report }) => {
  const tags = variantTags(unionsOf(document), document);
  const added: Record<string, Schema> = {};
  /** The names of the unions by their contents: the same union in two places is one type. */
  const names = new Map<string, string>();

  const opened = mapSchemas(document, (schema, pointer) => {
    const { discriminator, oneOf, description } = schema;
    if (!discriminator || !oneOf) return schema;
    const { propertyName } = discriminator;
    report(pointer, `the union is open to a \`${propertyName}\` that the document does not know yet`);

    const contents = JSON.stringify([propertyName, oneOf]);
    const isComponent = pointer.length === 3;
    const place = keyAt(pointer, document);
    const isTaken = place in document.components.schemas && !isComponent;
    const name = names.get(contents) ?? (isTaken ? `${place}Union` : place);
    const unknown = unknownKey(name);
    const variants = oneOf.map((variant) =>
      isShared(variant, tags) ? requiringTag(variant, propertyName, document) : variant,
    );
    const union = { oneOf: [...variants, { $ref: schemaReference(unknown) }] };
    added[unknown] ??= unknownVariant(propertyName, name);
    if (isComponent) return { ...omit(schema, "discriminator", "type"), ...union };

    names.set(contents, name);
    added[name] ??= { ...(description !== undefined && { description }), ...union };
    return { ...omit(schema, "discriminator", "type", "oneOf"), allOf: [{ $ref: schemaReference(name) }] };
  });

  const { schemas } = opened.components;
  const closed = mapValues(schemas, (schema, name) =>
    omit(narrowDiscriminators(name, schema, tags.get(name) ?? [], report), "x-alias"),
  );
  return { ...opened, components: { ...opened.components, schemas: { ...closed, ...added } } };
};

function unionsOf(document: OpenApiDocument): readonly Schema[] {
  const unions: Schema[] = [];
  mapSchemas(document, (schema) => {
    if (schema.discriminator && schema.oneOf) unions.push(schema);
    return schema;
  });
  return unions;
}

/** Whether several unions tell a variant apart, each by another property: it does not require them all itself. */
function isShared({ $ref }: Schema, tags: VariantTags): boolean {
  return $ref !== undefined && (tags.get(componentName($ref))?.length ?? 0) > 1;
}

/** A variant that requires the discriminator of this union. */
function requiringTag(variant: Schema, property: string, document: OpenApiDocument): Schema {
  const isRequired = requiredOf(variant, document).has(property);
  return isRequired ? variant : { allOf: [variant], required: [property] };
}

/** The variant for unknown kinds of `pim.v1.IntegrationConfig` is `pim.v1.UnknownIntegrationConfig`. */
function unknownKey(union: string): string {
  const { service, name } = splitKey(union);
  return `${service === "" ? "" : `${service}.`}Unknown${name}`;
}

function unknownVariant(property: string, union: string): Schema {
  return {
    type: "object",
    description: `A kind of \`${typeName(union)}\` that is newer than this description of the API.`,
    required: [property],
    properties: {
      [property]: {
        type: "string",
        description: "What the service calls this kind.",
        "x-unknown-kind": true,
      },
    },
    additionalProperties: true,
  };
}
