import { annotationsOf } from "../../document/annotations.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";
import { additionsTo } from "./additions-to.js";

/**
 * Folds members of an `allOf` into the schema that they add to: members that only require properties, only give examples,
 * or repeat what another member says. A type of its own for such a member would be an object without properties, or with
 * properties of no type, and what the member requires would be lost.
 */
export const foldAllOf: DocumentStage = (document, { report }) =>
  mapSchemas(document, (schema, pointer) => {
    if (!schema.allOf) return schema;
    const members = schema.allOf.flatMap(flattened);
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

/** The members of an `allOf` that is alone in a member of another `allOf`. */
function flattened(member: Schema): readonly Schema[] {
  const { allOf } = member;
  return allOf && Object.keys(member).length === 1 ? allOf.flatMap(flattened) : [member];
}

/** Whether other members are folded into this one: it has a name, or a structure of its own. */
function isBase({ $ref, allOf, oneOf, anyOf }: Schema): boolean {
  return ($ref ?? allOf ?? oneOf ?? anyOf) !== undefined;
}

function foldInto(base: Schema, overlay: Schema, document: OpenApiDocument): Schema {
  const { required = [], ...more } = additionsTo(base, overlay, document);
  const annotations = Object.keys(more).length === 0 ? annotationsOf(omit(overlay, "title", "example")) : {};
  const names = [...new Set([...(base.required ?? []), ...required])];
  const needed = names.length > 0 && { required: names };
  if (!base.allOf) {
    const properties = { ...base.properties, ...more.properties };
    return { ...annotations, ...base, ...more, ...(more.properties && { properties }), ...needed };
  }
  const member: Schema = more.properties ? { type: "object", ...more } : more;
  const allOf = [...base.allOf, ...(Object.keys(more).length === 0 ? [] : [member])];
  return { ...annotations, ...base, allOf, ...needed };
}

function* changes(before: Schema, after: Schema, overlays: number): Generator<string> {
  const names = after.required ?? [];
  if (names.length > (before.required?.length ?? 0)) {
    yield `required includes that of a member of allOf: ${names.join(", ")}`;
  } else if ((after.allOf?.length ?? 0) < (before.allOf?.length ?? 0)) {
    const members = overlays === 1 ? "a member" : `${overlays} members`;
    yield `${members} of allOf folded into the schema`;
  }
}
