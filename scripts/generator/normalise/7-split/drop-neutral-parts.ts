import { EMPTIED } from "../../document/directions.js";
import { inherited } from "../../document/inherited.js";
import { freeName } from "../../document/names.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName, schemaReference } from "../../document/references.js";
import { mapChildren, mapRootSchemas } from "../../document/schemas.js";
import { countParts, createQuestions, membersOf } from "./neutral.js";

/** The schema of what adds nothing to those that it stands beside. */
const NOTHING: Schema = { type: "object", "x-nothing": true };

/**
 * Drops what says nothing beside other schemas: a trait without properties, or a schema whose properties are all of the
 * other direction. A variant of a union has to stay, and becomes neutral. As types, such schemas accept every property,
 * and would open the others to misspelt ones, or none, and would forbid what the others say.
 *
 * A component that is a union with such a variant gets a second form, `…Part`, for where it stands beside others.
 */
export function dropNeutralParts(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const { isNeutral, isEmptied, hasNeutral } = createQuestions(schemas);
  const forms = new Map<string, string>();

  const isNullable = (schema: Schema): boolean => inherited(schema, "nullable", document) === true;
  const formOf = (name: string): string => {
    const isTaken = (candidate: string): boolean =>
      candidate in schemas || [...forms.values()].includes(candidate);
    const form = forms.get(name) ?? freeName([`${name}Part`], isTaken);
    forms.set(name, form);
    return form;
  };
  /** A schema as it is beside others. */
  const beside = (schema: Schema): Schema => {
    if (!hasNeutral(schema)) return schema;
    if (isNeutral(schema)) return { ...NOTHING, ...nullableIf(isNullable(schema)) };
    if (schema.$ref === undefined) return withoutNeutral(schema);
    return { ...schema, $ref: schemaReference(formOf(componentName(schema.$ref))) };
  };
  const withoutNeutral = (schema: Schema): Schema => {
    const { allOf = [], oneOf, anyOf } = schema;
    const members = allOf.filter((member) => !isNeutral(member)).map(beside);
    const isSaying = (union: readonly Schema[] | undefined): union is readonly Schema[] =>
      union !== undefined && !union.every(isNeutral);
    return {
      ...omit(schema, "allOf", "oneOf", "anyOf"),
      ...(members.length > 0 && { allOf: members }),
      ...(isSaying(oneOf) && { oneOf: oneOf.map(beside) }),
      ...(isSaying(anyOf) && { anyOf: anyOf.map(beside) }),
    };
  };

  const compose = (schema: Schema): Schema => {
    if (membersOf(schema).length === 0) return schema;
    const own: Schema = schema[EMPTIED] ? omit(schema, "properties", EMPTIED) : schema;
    if (countParts(own) < 2 || !membersOf(own).some(hasNeutral)) return own;
    const rest = withoutNeutral(own);
    if (countParts(rest) > 0) return rest;
    if (!isEmptied(schema)) return schema;
    return { ...rest, ...nullableIf(membersOf(own).every(isNullable)), type: "object", [EMPTIED]: true };
  };
  const deep = (schema: Schema): Schema => compose(mapChildren(schema, deep));

  const composed = mapRootSchemas(document, deep);
  const added: Record<string, Schema> = {};
  // Making one form may ask for another.
  for (const [name, form] of forms) added[form] = beside(deep(schemas[name] ?? {}));
  return {
    ...composed,
    components: { ...composed.components, schemas: { ...composed.components.schemas, ...added } },
  };
}

function nullableIf(isNullable: boolean): Pick<Schema, "nullable"> {
  return isNullable ? { nullable: true } : {};
}
