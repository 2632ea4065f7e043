import { parseJson } from "./json.js";

const HIDDEN = "[hidden]";
/** A shorter value would be found in ordinary words. No credential of Confluent is as short. */
const MIN_LENGTH = 8;
/** Names of headers, and of members of a body, whose values are secrets. */
const SECRET_HEADER = /authorization|cookie|token|secret|password|api-?key/i;
const SECRET_MEMBER = /(secret|password|passphrase|token|assertion|(api|access|private|secret)[-_. ]?key)$/i;
/** The user information of a URL, which may be a password (RFC 3986, section 3.2.1); JSON may have `\/` for a slash. */
const USER_INFORMATION = /(?<=\/\\?\/)[^\s/?#"'<>]+@/g;

/** The secrets in the headers of a request: credentials with and without their scheme, and the password of HTTP Basic. */
export function secretsInHeaders(headers: Headers): string[] {
  return [...headers]
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => {
      const credentials = value.split(" ").at(-1) ?? "";
      return [value, credentials, ...(/^basic /i.test(value) ? [passwordOf(credentials)] : [])];
    });
}

/** The secrets in a body, by the names of its members: in an object, a form, or the text of either. */
export function secretsInBody(body: unknown): string[] {
  if (typeof body !== "string") return secretsUnder(body);
  const parsed = parseJson(body);
  return secretsUnder(parsed === body ? new URLSearchParams(body) : parsed);
}

function secretsUnder(value: unknown, isSecret = false, depth = 0): string[] {
  if (typeof value === "string") return isSecret ? [value] : [];
  // No body is as deep, unless it contains itself.
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 6) return [];
  if (Array.isArray(value)) return value.flatMap((item) => secretsUnder(item, isSecret, depth + 1));
  const form = value as { entries?: unknown };
  const entries = typeof form.entries === "function" ? [...(value as FormData)] : Object.entries(value);
  return entries.flatMap(([name, member]) => secretsUnder(member, SECRET_MEMBER.test(name), depth + 1));
}

/** Returns a function that hides secrets from a text, however the text spells them, and the user information of URLs. */
export function secretHider(secrets: readonly string[]): (text: string) => string {
  // Base64 may be quoted without its padding.
  const values = secrets
    .map((secret) => secret.replace(/(?<!=)=+$/, ""))
    .filter(({ length }) => length >= MIN_LENGTH);
  // The longest first: one may contain another.
  const spellings = [...new Set(values.flatMap(spellingsOf))].sort((a, b) => b.length - a.length);
  const hide = (text: string): string =>
    spellings.reduce(
      (shown, spelling) => shown.replaceAll(spelling, HIDDEN),
      text.replace(USER_INFORMATION, `${HIDDEN}@`),
    );
  return (text) => {
    const shown = hide(text);
    if (!shown.includes("\\u")) return shown;
    // Which characters are written as an escape sequence differs between writers of JSON.
    const unescaped = shown.replace(UNICODE_ESCAPE, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    const hidden = hide(unescaped);
    return hidden === unescaped ? shown : hidden;
  };
}

/** Not of a control character, a quote or a backslash, which JSON does not have as they are. */
const UNICODE_ESCAPE = /\\{1,2}u(?!00[01]|0022|005c)([\da-f]{4})/gi;

/** How a text may spell a value: as it is, in JSON, in HTML, in a URL, in a form, or in base64. */
const SPELLINGS: readonly ((value: string) => string)[] = [
  (value) => value,
  inJson,
  (value) => inJson(value).replaceAll("/", "\\/"),
  (value) => inJson(inJson(value)),
  inHtml,
  (value) => inHtml(value).replaceAll("'", "&#39;"),
  encodeURIComponent,
  (value) => inLowerCase(encodeURIComponent(value)),
  inForm,
  (value) => inLowerCase(inForm(value)),
  (value) => btoa(value).replace(/(?<!=)=+$/, ""),
];

function spellingsOf(value: string): string[] {
  return SPELLINGS.flatMap((spell) => {
    try {
      return [spell(value)];
    } catch {
      // Half a surrogate pair has no spelling in a URL, and what is not Latin-1 none in base64.
      return [];
    }
  });
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

const HTML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function inHtml(value: string): string {
  return value.replace(/[&<>"]/g, (character) => HTML[character] ?? character);
}

function inForm(value: string): string {
  return new URLSearchParams([["", value]]).toString().slice(1);
}

function inLowerCase(encoded: string): string {
  return encoded.replace(/%../g, (code) => code.toLowerCase());
}

function passwordOf(credentials: string): string {
  try {
    return atob(credentials).replace(/^[^:]*:/, "");
  } catch {
    return "";
  }
}
