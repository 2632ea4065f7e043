const HIDDEN = "[hidden]";
/** A shorter value would be found in ordinary words. No credential of Confluent is as short. */
const MIN_LENGTH = 8;
/** Names of headers, and of members of a body, whose values are secrets. */
const SECRET_HEADER = /authorization|cookie|token|secret|password|api-?key/i;
const SECRET_MEMBER = /(secret|password|passphrase|token|(api|access|private|secret)[-_. ]?key)$/i;
/** The user information of a URL, which may be a password (RFC 3986, section 3.2.1). */
const USER_INFORMATION = /(?<=\/\/)[^\s/?#@"']+@/g;

/** The secrets in the headers of a request: credentials with and without their scheme, and the password of HTTP Basic. */
export function secretsInHeaders(headers: Headers): string[] {
  return [...headers]
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => {
      const credentials = value.split(" ").at(-1) ?? "";
      return [value, credentials, ...(/^basic /i.test(value) ? [passwordOf(credentials)] : [])];
    });
}

/** The secrets in a body, by the names of its members, at any depth that a request has. */
export function secretsInBody(body: unknown, depth = 0): string[] {
  if (typeof body !== "object" || body === null || depth > 6) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    if (typeof value !== "string") return secretsInBody(value, depth + 1);
    return SECRET_MEMBER.test(name) ? [value] : [];
  });
}

/** A text without the secrets, as they are or encoded for a URL, and without the user information of URLs. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  let shown = text.replace(USER_INFORMATION, `${HIDDEN}@`);
  // The longest first: one may contain another.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    // Base64 may be quoted without its padding.
    const value = secret.replace(/(?<!=)=+$/, "");
    if (value.length < MIN_LENGTH) continue;
    shown = shown.replaceAll(value, HIDDEN).replaceAll(encodeURIComponent(value), HIDDEN);
  }
  return shown;
}

function passwordOf(credentials: string): string {
  try {
    return atob(credentials).replace(/^[^:]*:/, "");
  } catch {
    return "";
  }
}
