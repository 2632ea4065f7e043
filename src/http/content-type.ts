import type { Operation } from "../operation.js";

export const FORM = "application/x-www-form-urlencoded";

const TYPES = { json: "application/json", form: FORM, raw: undefined };

/** The type of a body; a form with files names its own, as only what makes it knows where its parts end. */
export function contentTypeOf({ body: encoding, contentType }: Operation, body: unknown): string | undefined {
  return encoding && body !== undefined ? (contentType ?? TYPES[encoding]) : undefined;
}
