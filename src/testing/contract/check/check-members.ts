import type { Finding } from "../finding.js";
import { HIDDEN_NAME, shownName } from "../shown-word.js";
import { isObject, type Spot } from "./spot.js";

/**
 * Looks at a member of an object: whether the document knows it, and whether it is to come back at all.
 *
 * @param member what the document says of the member
 */
export function checkMember(spot: Spot, name: string, member: Spot): readonly Finding[] {
  if (member.views.length === 0) return isFree(spot) ? [] : [undocumented(spot, name)];
  const { place, value, views } = member;
  const isDocumented = spot.views.some(({ schema }) => Object.hasOwn(schema.properties ?? {}, name));
  const secret = views.find(({ schema }) => schema.writeOnly === true);
  if (!secret || value === null || value === "") return [];
  return [
    {
      kind: "secret-returned",
      place,
      pointer: secret.pointer,
      subject: isDocumented ? `\`${name}\`` : HIDDEN_NAME,
    },
  ];
}

/**
 * Whether anything may be in an object: nothing is said of its members, others are allowed, or it is a variant that the
 * document does not have.
 */
function isFree({ views }: Spot): boolean {
  const says = views.some(
    ({ schema: { properties, additionalProperties } }) =>
      Object.keys(properties ?? {}).length > 0 || additionalProperties === false,
  );
  const isUnknownVariant = views.some(
    ({ schema }, index) =>
      (schema.oneOf ?? schema.anyOf) &&
      !views.slice(index + 1).some((view) => isVariant(schema, view.schema)),
  );
  return !says || isUnknownVariant || views.some(({ schema }) => schema.additionalProperties === true);
}

function isVariant(union: Spot["views"][number]["schema"], schema: typeof union): boolean {
  return [...(union.oneOf ?? []), ...(union.anyOf ?? [])].includes(schema);
}

function undocumented({ value, views, place }: Spot, name: string): Finding {
  // The keys of a map are the names of somebody's things. An object without a documented member may be one, too.
  const isMap = views.some(({ schema: { patternProperties } }) => patternProperties);
  const isKnown = views.some(({ schema: { properties = {} } }) =>
    Object.keys(properties).some((one) => isObject(value) && Object.hasOwn(value, one)),
  );
  const closed = views.find(({ schema }) => schema.additionalProperties === false);
  const holder = closed ?? views.find(({ schema }) => schema.properties) ?? views[0];
  return {
    kind: closed ? "member-forbidden" : "member-undocumented",
    place,
    pointer: holder?.pointer ?? [],
    subject: isKnown && !isMap ? shownName(name) : HIDDEN_NAME,
  };
}
