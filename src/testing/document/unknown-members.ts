import { describing, isOpen, otherSchemas, ownSchemas } from "./describing.js";
import { isLeftOut } from "./flat-schema.js";
import { escapeKey } from "./json-pointer.js";
import type { Schema } from "./schema.js";
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
    const variants = schemas.flatMap((one) => describing(node, one));
    if (Array.isArray(node)) {
      node.forEach((item, index) => {
        const schemas = variants.flatMap(({ items, prefixItems }) => prefixItems?.[index] ?? items ?? []);
        visit(item, schemas, `${pointer}/${index}`);
      });
      return;
    }
    visitObject(node as Readonly<Record<string, unknown>>, variants, pointer);
  }

  function visitObject(
    node: Readonly<Record<string, unknown>>,
    variants: readonly Schema[],
    pointer: string,
  ): void {
    const known = [...new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)))];
    for (const [name, member] of Object.entries(node)) {
      const place = `${pointer}/${escapeKey(name)}`;
      const own = ownSchemas(variants, name);
      const others = own.length > 0 ? [] : otherSchemas(variants, name);
      if (own.length === 0 && others.length === 0 && !variants.some(isOpen))
        found.push({ pointer: place, why: "unknown", known });
      else if (own.length > 0 && own.every((property) => isLeftOut(property, direction)))
        found.push({ pointer: place, why: direction === "request" ? "readOnly" : "writeOnly", known });
      else visit(member, [...own, ...others], place);
    }
  }
}
