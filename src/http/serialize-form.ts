import type { FormFields } from "../operation.js";
import { isJsonType } from "./media-type.js";

/**
 * Writes a form as `application/x-www-form-urlencoded`: a name and a value for each item of a list, and objects as JSON
 * (OpenAPI 3.1.1, section 4.8.15). What is undefined or null is left out. `serializeStyledForm` applies the styles of fields too.
 */
export function serializeForm(form: object, fields: FormFields): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(form) as [string, unknown][]) {
    const { contentType = "" } = fields[name] ?? {};
    const isWhole = !Array.isArray(value) || isJsonType(contentType);
    for (const item of isWhole ? [value] : (value as unknown[])) {
      if (item === undefined || item === null) continue;
      written.append(name, isJsonType(contentType) ? JSON.stringify(item) : textOf(item));
    }
  }
  return String(written);
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? value : JSON.stringify(value);
}
