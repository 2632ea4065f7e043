import type { Operation } from "../operation.js";

const TYPES = { json: "application/json", form: "application/x-www-form-urlencoded", raw: undefined };

/** The media type of a body; undefined for a form with files, whose boundary only `fetch` knows. */
export function contentTypeOf({ body: encoding, contentType }: Operation, body: unknown): string | undefined {
  return encoding && body !== undefined ? (contentType ?? TYPES[encoding]) : undefined;
}
