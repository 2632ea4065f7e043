import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { mapSchemas } from "../../document/schemas.js";
import { annotationsOf } from "../../document/annotations.js";
import type { FixDocument } from "../../document/fix.js";
import { beyond } from "./additions-to.js";

/**
 * Folds members of an `allOf` into the schema that they overlay: those that only require, only give examples, or say
 * again what another member says. As a type of its own such a member is an object without properties, or one whose
 * properties have no type, and what it requires is lost.
 */
export const foldAllOf: FixDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    const members = (schema.allOf ?? []).flatMap(spliced);
    const overlays = members.filter((member) => !isBase(member));
    const bases = members.filter(isBase);
    if (overlays.length === 0) return schema;

    const folded = overlays.reduce((base, overlay) => foldInto(base, overlay, document), {
      ...omit(schema, "allOf"),
      ...(bases.length > 0 && { allOf: bases }),
    });
    for (const reason of changes(schema, folded, overlays.length)) report(pointer, reason);
    return folded;
  });

/** An `allOf` in an `allOf` that says nothing else is as good as its members. */
function spliced(member: Schema): readonly Schema[] {
  const { allOf } = member;
  return allOf && Object.keys(member).length === 1 ? allOf.flatMap(spliced) : [member];
}

/** What others are laid over: it has a name, or a structure of its own. */
function isBase({ $ref, allOf, oneOf, anyOf }: Schema): boolean {
  return ($ref ?? allOf ?? oneOf ?? anyOf) !== undefined;
}

function foldInto(base: Schema, overlay: Schema, document: OpenApiDocument): Schema {
  const { required = [], ...more } = beyond(overlay, base, document);
  const words = Object.keys(more).length === 0 ? annotationsOf(omit(overlay, "title", "example")) : {};
  const names = [...new Set([...(base.required ?? []), ...required])];
  const needed = names.length > 0 && { required: names };
  if (!base.allOf) {
    const properties = { ...base.properties, ...more.properties };
    return { ...words, ...base, ...more, ...(more.properties && { properties }), ...needed };
  }
  const member: Schema = more.properties ? { type: "object", ...more } : more;
  const allOf = [...base.allOf, ...(Object.keys(more).length === 0 ? [] : [member])];
  return { ...words, ...base, allOf, ...needed };
}

function* changes(before: Schema, after: Schema, overlays: number): Generator<string> {
  const names = after.required ?? [];
  if (names.length > (before.required?.length ?? 0)) {
    yield `required says ${names.join(", ")}, in place of a member of allOf that says nothing else`;
  } else if ((after.allOf?.length ?? 0) < (before.allOf?.length ?? 0)) {
    const members = overlays === 1 ? "a member" : `${overlays} members`;
    yield `${members} of allOf stands without a name of its own: what it says beyond the others is folded in`;
  }
}
