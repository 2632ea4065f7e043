/** A media type without its parameters, in lower case: `application/json` for `Application/JSON; charset=utf-8`. */
export function essenceOf(type: string | null): string {
  return (type ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** True for JSON by its name or its suffix (RFC 6839), as of `application/problem+json`; not for `application/json-seq`. */
export function isJsonType(type: string): boolean {
  return /[/+]json$/.test(essenceOf(type));
}

/** True for text: `text/csv`, and what is text under another family, such as `application/xml` and `application/yaml`. */
export function isTextType(type: string): boolean {
  return /^text\/|[/+-](text|xml|yaml)$/.test(essenceOf(type));
}

/**
 * How well the type of a body fits a declared one; zero if it does not. A body without a type, and one that is no more than
 * "text" or "bytes", may be what is declared, and the reverse. HTML is only ever itself: it may be the page of a proxy.
 */
export function fitOf(declared: string, type: string): number {
  if (declared === type) return 4;
  if (isJsonType(declared) && isJsonType(type)) return 3;
  const [family = ""] = declared.split("/");
  if (declared === "*/*" || (declared.endsWith("/*") && type.startsWith(`${family}/`))) return 2;
  const mayBeAny = type === "" || type === "application/octet-stream";
  if (mayBeAny || (type === "text/plain" && (isTextType(declared) || declared.includes("json"))))
    return isJsonType(declared) ? 2 : 1;
  if (type === "text/html") return 0;
  return declared === "application/octet-stream" || (declared === "text/plain" && isTextType(type)) ? 1 : 0;
}
