import { ConfigurationError } from "../errors/index.js";
import type { FormField, FormFields } from "../operation.js";
import { isFile } from "./body-values.js";
import { isOfRange } from "./media-range.js";
import { isJsonType } from "./media-type.js";
import { isPresent } from "./styled-value.js";

/**
 * Writes a form as `multipart/form-data` (RFC 7578): a part for each field, and for each item of a list. Objects are parts of
 * JSON, and files keep their names. What is undefined or null is left out.
 *
 * It returns no `FormData`, which gives a part that is no file neither a media type nor headers.
 *
 * @throws {ConfigurationError} for an object that the document wants in another media type than JSON
 */
export function serializeMultipart(form: object, fields: FormFields): Blob {
  const boundary = `form-data-${random()}${random()}`;
  const parts = Object.entries(form).flatMap(([name, value]: [string, unknown]) => {
    const field = fields[name] ?? {};
    return itemsOf(value, field)
      .filter(isPresent)
      .flatMap((item) => [`--${boundary}\r\n`, ...partOf(name, item, field), "\r\n"]);
  });
  return new Blob([...parts, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

function random(): string {
  return Math.random().toString(36).slice(2);
}

/** A list is several parts, unless the document wants JSON of all of it. */
function itemsOf(value: unknown, { contentType = "" }: FormField): readonly unknown[] {
  const isWhole = !Array.isArray(value) || (isJsonType(contentType) && !value.some(isFile));
  return isWhole ? [value] : (value as unknown[]);
}

/** The headers of a part, and its content. */
function partOf(name: string, value: unknown, field: FormField): BlobPart[] {
  const file = isFile(value) ? (value as Blob & { readonly name?: string }) : undefined;
  const type = typeOf(name, value, field);
  const lines = [
    `Content-Disposition: form-data; name="${quoted(name)}"${file ? `; filename="${quoted(file.name ?? "blob")}"` : ""}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    ...Object.entries(field.headers ?? {}).map(([header, fixed]) => `${header}: ${fixed}`),
  ];
  return [`${lines.join("\r\n")}\r\n\r\n`, file ?? textOf(value, type)];
}

/** The media type of a part; undefined for plain text, which needs none. */
function typeOf(name: string, value: unknown, { contentType }: FormField): string | undefined {
  const declared = contentType?.split(",").map((type) => type.trim()) ?? [];
  const [first] = declared.filter((type) => !type.includes("*"));
  if (isFile(value)) {
    const own = (value as Partial<Blob>).type ?? "";
    const isDeclared = own !== "" && declared.some((range) => isOfRange(own, range));
    return isDeclared ? own : (first ?? (own || "application/octet-stream"));
  }
  if (typeof value !== "object" || value instanceof Date) return first;
  const type = first ?? "application/json";
  if (isJsonType(type)) return type;
  throw new ConfigurationError(`the field \`${name}\` is ${type}: pass it as text or as a file`);
}

function textOf(value: unknown, type = ""): string {
  if (isJsonType(type)) return JSON.stringify(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A name as it stands in `Content-Disposition` (HTML, section 4.10.21.8). */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}
