import type { FormField, FormFields } from "../operation.js";
import { isJsonType } from "./media-type.js";
import { styledParameter } from "./styled-query.js";
import { isPresent } from "./styled-value.js";

/**
 * Writes a form as `application/x-www-form-urlencoded`: a name and a value for each item of a list, and objects as JSON, unless
 * the document has an encoding for the field (OpenAPI 3.1.1, section 4.8.15). What is undefined or null is left out.
 */
export function serializeForm(form: object, fields: FormFields): string {
  return Object.entries(form)
    .map(([name, value]: [string, unknown]) => serializeField(name, value, fields[name]))
    .filter((part) => part !== "")
    .join("&")
    .replaceAll("%20", "+");
}

function serializeField(name: string, value: unknown, field: FormField = {}): string {
  const { style, explode, allowReserved, contentType } = field;
  if ((style ?? explode ?? allowReserved) !== undefined) return styledParameter(name, value, field);
  if (contentType !== undefined && isJsonType(contentType)) {
    return isPresent(value) ? styledParameter(name, JSON.stringify(value), {}) : "";
  }
  return styledParameter(name, Array.isArray(value) ? value.map(asText) : asText(value), {});
}

/** Objects as JSON, all else as it is. */
function asText(value: unknown): unknown {
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
}
