import { keyAt, splitKey, typeName } from "../../document/names.js";
import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { schemaReference } from "../../document/references.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";
import { narrowDiscriminators } from "./narrow-discriminator.js";
import { variantTags } from "./variant-tags.js";

/**
 * Makes each union with a discriminator one that TypeScript narrows, and that is open. The discriminator of each variant
 * is closed to the values that select it; one more variant stands for kinds that the document does not know yet; and a
 * union within another schema gets a name.
 */
export const openUnions: DocumentStage = (document, { report }) => {
  const unions: Schema[] = [];
  const added: Record<string, Schema> = {};
  /** The names of the unions by their contents: the same union in two places is one type. */
  const names = new Map<string, string>();

  const opened = mapSchemas(document, (schema, pointer) => {
    const { discriminator, oneOf, description } = schema;
    if (!discriminator || !oneOf) return schema;
    const { propertyName } = discriminator;
    unions.push(schema);
    report(pointer, `the union is open to a \`${propertyName}\` that the document does not know yet`);

    const contents = JSON.stringify([propertyName, oneOf]);
    const isComponent = pointer.length === 3;
    const place = keyAt(pointer, document);
    const isTaken = place in document.components.schemas && !isComponent;
    const name = names.get(contents) ?? (isTaken ? `${place}Union` : place);
    const unknown = unknownKey(name);
    const union = { oneOf: [...oneOf, { $ref: schemaReference(unknown) }] };
    added[unknown] ??= unknownVariant(propertyName, name);
    if (isComponent) return { ...omit(schema, "discriminator", "type"), ...union };

    names.set(contents, name);
    added[name] ??= { ...(description !== undefined && { description }), ...union };
    return { ...omit(schema, "discriminator", "type", "oneOf"), allOf: [{ $ref: schemaReference(name) }] };
  });

  const { schemas } = opened.components;
  const tags = variantTags(unions, document);
  const closed = Object.entries(schemas).map(
    ([name, schema]) => [name, narrowDiscriminators(name, schema, tags.get(name) ?? [], report)] as const,
  );
  return {
    ...opened,
    components: { ...opened.components, schemas: { ...Object.fromEntries(closed), ...added } },
  };
};

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
