import { variantsIn } from "./cycles.js";
import { variantsFor } from "./discriminators.js";
import { flatten } from "./flat-schema.js";
import { compilePattern } from "./pattern.js";
import type { Schema } from "./schema.js";
import { subtypesFor } from "./subtypes.js";

/** The schemas that describe members of a value: its own, those of its variants and subtypes, and those on a condition. */
export function describing(value: object, schema: Schema): readonly Schema[] {
  return [...meantFor(value, schema), ...conditionalsFor(value, schema), ...subtypesIn(value, schema, [])];
}

/** What some schemas say of a member by its name. */
export function ownSchemas(schemas: readonly Schema[], name: string): readonly Schema[] {
  return schemas.flatMap(({ properties }) =>
    properties && Object.hasOwn(properties, name) ? [properties[name] ?? {}] : [],
  );
}

/** What some schemas say of a member of a name that no property has. */
export function otherSchemas(schemas: readonly Schema[], name: string): readonly Schema[] {
  return schemas.flatMap((schema) => additional(schema, name));
}

/** The members of the subtypes of a schema, or of a part of it. */
function subtypesIn(value: object, one: Schema, around: readonly Schema[]): readonly Schema[] {
  if (around.includes(one)) return [];
  const holders = [...around, one];
  return [
    ...subtypesFor(one, value, holders).flatMap((subtype) => meantFor(value, subtype.schema)),
    ...(one.allOf ?? []).flatMap((part) => subtypesIn(value, part, holders)),
  ];
}

/** The schemas that can be meant for a value: of a union, the variants with its tag; all of them if none has it. */
function meantFor(value: object, raw: Schema): readonly Schema[] {
  const schema = flatten(raw);
  if (!schema.oneOf && !schema.anyOf) return [schema];
  return variantsFor(schema, value).flatMap((variant) => meantFor(value, variant));
}

/** What describes members of a value on a condition: whether this is met is not looked at. */
function conditionalsFor(value: object, raw: Schema): readonly Schema[] {
  const seen = new Set<Schema>();
  const visit = (schema: Schema): readonly Schema[] => {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const conditional = [
      schema.then ?? [],
      schema.else ?? [],
      ...Object.entries(schema.dependentSchemas ?? {}).map(([name, one]) =>
        Object.hasOwn(value, name) ? one : [],
      ),
    ].flat();
    return [
      ...conditional.flatMap((one) => meantFor(value, one)),
      ...[...conditional, ...(schema.allOf ?? []), ...variantsIn(schema)].flatMap(visit),
    ];
  };
  return visit(raw).filter(({ properties, patternProperties }) => properties ?? patternProperties);
}

/** Whether an object may have members that its schema does not name. */
export function isOpen({ properties, additionalProperties, patternProperties }: Schema): boolean {
  if (additionalProperties === false) return false;
  return (
    additionalProperties === true || (!properties && !patternProperties && additionalProperties === undefined)
  );
}

function additional(
  { additionalProperties, patternProperties = {} }: Schema,
  name: string,
): readonly Schema[] {
  const matching = Object.entries(patternProperties).filter(([pattern]) =>
    compilePattern(pattern)?.test(name),
  );
  if (matching.length > 0) return matching.map(([, schema]) => schema);
  return typeof additionalProperties === "object" ? [additionalProperties] : [];
}
