/** A media type without its parameters, in lower case: `application/json` for `Application/JSON; charset=utf-8`. */
export function essenceOf(type: string | null): string {
  return (type ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** True for JSON by its name or its suffix (RFC 6839), as of `application/problem+json`; not for `application/json-seq`. */
export function isJsonType(type: string): boolean {
  return /[/+]json$/.test(essenceOf(type));
}
