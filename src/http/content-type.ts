import type { Operation } from "../operation.js";

export const FORM = "application/x-www-form-urlencoded";

const TYPES = { json: "application/json", form: FORM, raw: undefined };

/** The media type of a body; undefined for a form with files, whose boundary only `fetch` knows. */
export function contentTypeOf({ body: encoding, contentType }: Operation, body: unknown): string | undefined {
  return encoding && body !== undefined ? (contentType ?? TYPES[encoding]) : undefined;
}
