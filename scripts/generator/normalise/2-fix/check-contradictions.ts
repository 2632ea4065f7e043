import { inherited, withInherited } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Refuses an allOf whose members say of one value, or of one property, that it is of two types: nothing can be both. */
export const checkContradictions: DocumentStage = (document, { source }) =>
  mapSchemas(document, (schema, pointer) => {
    if (!schema.allOf) return schema;
    const ancestors = withInherited(schema, document);
    const types = contradiction(ancestors.map(({ type }) => type));
    if (types) throw source.error(pointer, `the members of \`allOf\` contradict each other: ${types}`);
    for (const [name, described] of propertiesOf(ancestors)) {
      const ofProperty = contradiction(described.map((property) => typeOf(property, document)));
      if (!ofProperty) continue;
      throw source.error(
        pointer,
        `the members of \`allOf\` contradict each other on \`${name}\`: ${ofProperty}`,
      );
    }
    return schema;
  });

function propertiesOf(ancestors: readonly Schema[]): ReadonlyMap<string, readonly Schema[]> {
  const properties = new Map<string, Schema[]>();
  for (const ancestor of ancestors) {
    for (const [name, property] of Object.entries(ancestor.properties ?? {})) {
      const described = properties.get(name);
      if (described) described.push(property);
      else properties.set(name, [property]);
    }
  }
  return properties;
}

/** The type of a value that cannot be null: two that can be have that in common. */
function typeOf(property: Schema, document: OpenApiDocument): Schema["type"] {
  return inherited(property, "nullable", document) ? undefined : inherited(property, "type", document);
}

/** Two of the types that no value has at once; an integer is a number. */
function contradiction(types: readonly Schema["type"][]): string | undefined {
  const known = types.filter((type) => typeof type === "string");
  const [first, second] = new Set(known.map((type) => (type === "integer" ? "number" : type)));
  return first !== undefined && second !== undefined ? `${first} and ${second}` : undefined;
}
