import type { Schema } from "../../document/schema.js";
import type { Finding, Pointer } from "../finding.js";
import { failureShape } from "./check-failure.js";
import { checkMember } from "./check-members.js";
import { checkOpenEnums, checkUnions } from "./check-open-values.js";
import { checkValue } from "./check-values.js";
import type { OpenApiDocument } from "../../document/read-document.js";
import { isObject, type Spot } from "./spot.js";
import { bodySpot, spotIn } from "./views.js";

/** Holds the JSON of a body against its schema: each value by itself, so that each drift is named where it is. */
export function checkBody(
  document: OpenApiDocument,
  schema: Schema,
  pointer: Pointer,
  { value, isFailure }: { readonly value: unknown; readonly isFailure: boolean },
): readonly Finding[] {
  const spot = bodySpot(document, schema, pointer, value);
  const findings = checkSpot(document, spot);
  const shape = isFailure ? failureShape(spot, findings) : undefined;
  return shape ? [shape] : findings;
}

function checkSpot(document: OpenApiDocument, spot: Spot): readonly Finding[] {
  const { value } = spot;
  const own = [...checkValue(document, spot), ...checkOpenEnums(spot), ...checkUnions(document, spot)];
  if (Array.isArray(value)) {
    return [...own, ...value.flatMap((_, index) => checkSpot(document, spotIn(document, spot, index)))];
  }
  if (!isObject(value)) return own;
  return [
    ...own,
    ...Object.keys(value).flatMap((name) => {
      const member = spotIn(document, spot, name);
      const found = checkMember(spot, name, member);
      return found.length > 0 ? found : checkSpot(document, member);
    }),
  ];
}
