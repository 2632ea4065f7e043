import { variantsIn } from "./cycles.js";
import { variantsFor } from "./discriminators.js";
import { flatten, isLeftOut } from "./flat-schema.js";
import type { Schema } from "./schema.js";
import { subtypesFor } from "./subtypes.js";
import { escapeKey } from "./json-pointer.js";
import type { Check } from "./validator.js";

/** A member of an object that its schema does not have. */
export interface UnknownMember {
  /** The JSON pointer of the member in the value. */
  readonly pointer: string;
  /** `unknown`, or what it is that values of the direction do not have. */
  readonly why: "unknown" | "readOnly" | "writeOnly";
  /** The members that the schema has. */
  readonly known: readonly string[];
}

/**
 * The members of a value that its schema does not describe. OpenAPI allows them unless the schema says otherwise; to a test
 * they are misspelt, or news of the service.
 *
 * Objects whose schema has no properties may have any member.
 */
export function unknownMembers(
  value: unknown,
  { schema, direction }: Pick<Check, "schema" | "direction">,
): readonly UnknownMember[] {
  const found: UnknownMember[] = [];
  visit(value, [schema], "");
  return found;

  function visit(node: unknown, schemas: readonly Schema[], pointer: string): void {
    // What is below an open object may have anything.
    if (typeof node !== "object" || node === null || schemas.length === 0) return;
    const variants = schemas.flatMap((one) => [
      ...meantFor(node, one),
      ...conditionalsFor(node, one),
      ...subtypesIn(node, one, []),
    ]);
    if (Array.isArray(node)) {
      node.forEach((item, index) => {
        const schemas = variants.flatMap(({ items, prefixItems }) => prefixItems?.[index] ?? items ?? []);
        visit(item, schemas, `${pointer}/${index}`);
      });
      return;
    }
    visitObject(node as Readonly<Record<string, unknown>>, variants, pointer);
  }

  /** The members of the subtypes of a schema, or of a part of it. */
  function subtypesIn(node: object, one: Schema, around: readonly Schema[]): readonly Schema[] {
    if (around.includes(one)) return [];
    const holders = [...around, one];
    return [
      ...subtypesFor(one, node, holders).flatMap((subtype) => meantFor(node, subtype.schema)),
      ...(one.allOf ?? []).flatMap((part) => subtypesIn(node, part, holders)),
    ];
  }

  function visitObject(
    node: Readonly<Record<string, unknown>>,
    variants: readonly Schema[],
    pointer: string,
  ): void {
    const known = [...new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)))];
    for (const [name, member] of Object.entries(node)) {
      const place = `${pointer}/${escapeKey(name)}`;
      const own = variants.flatMap(({ properties }) =>
        properties && Object.hasOwn(properties, name) ? [properties[name] ?? {}] : [],
      );
      const others = own.length > 0 ? [] : variants.flatMap((variant) => additional(variant, name));
      if (own.length === 0 && others.length === 0 && !variants.some(isOpen))
        found.push({ pointer: place, why: "unknown", known });
      else if (own.length > 0 && own.every((property) => isLeftOut(property, direction)))
        found.push({ pointer: place, why: direction === "request" ? "readOnly" : "writeOnly", known });
      else visit(member, [...own, ...others], place);
    }
  }
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

function isOpen({ properties, additionalProperties, patternProperties }: Schema): boolean {
  if (additionalProperties === false) return false;
  return (
    additionalProperties === true || (!properties && !patternProperties && additionalProperties === undefined)
  );
}

/** The schemas that are for members of a name that no property has. */
function additional(
  { additionalProperties, patternProperties = {} }: Schema,
  name: string,
): readonly Schema[] {
  const matching = Object.entries(patternProperties).filter(([pattern]) =>
    new RegExp(pattern, "u").test(name),
  );
  if (matching.length > 0) return matching.map(([, schema]) => schema);
  return typeof additionalProperties === "object" ? [additionalProperties] : [];
}
