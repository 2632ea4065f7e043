import type { Finding } from "../finding.js";
import { shownValue } from "../shown-word.js";
import type { OpenApiDocument } from "../../document/read-document.js";
import { isNullHere, type Spot, type View } from "./spot.js";
import { discriminatorValue, UNIONS, variantNames, variantsOf } from "./variants.js";

/** Holds a value against the enums that list values of it, and are open. */
export function checkOpenEnums({ value, place, views }: Spot): readonly Finding[] {
  return views.flatMap(({ schema, pointer }) => {
    const listed = schema["x-extensible-enum"];
    if (!listed || typeof value !== "string" || value === "" || listed.includes(value)) return [];
    const at = [...pointer, "x-extensible-enum"];
    return [{ kind: "open-enum-value-new", place, pointer: at, subject: shownValue(value, listed) }];
  });
}

/** Holds a value against the unions that it is to be a variant of. */
export function checkUnions(document: OpenApiDocument, spot: Spot): readonly Finding[] {
  if (isNullHere(spot)) return [];
  return spot.views.flatMap((view) => UNIONS.flatMap((keyword) => checkUnion(document, spot, view, keyword)));
}

function checkUnion(
  document: OpenApiDocument,
  { value, place }: Spot,
  view: View,
  keyword: (typeof UNIONS)[number],
): readonly Finding[] {
  const { schema, pointer } = view;
  if (!schema[keyword]) return [];
  const fitting = variantsOf(document, view, keyword, value);
  if (fitting.length === 1 || (fitting.length > 1 && keyword === "anyOf")) return [];
  const name = discriminatorValue(schema, value);
  const names = variantNames(schema);
  if (schema.discriminator && name !== undefined && names.length > 0) {
    return [
      {
        kind: "variant-undocumented",
        place: `${place}.${schema.discriminator.propertyName}`,
        pointer: [...pointer, "discriminator"],
        subject: shownValue(name, names),
      },
    ];
  }
  const subject = fitting.length === 0 ? "of none of the variants" : "of several of the variants";
  return [{ kind: "variant-mismatch", place, pointer: [...pointer, keyword], subject }];
}
