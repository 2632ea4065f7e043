/** A request that a fake was sent. Its secrets are redacted. */
export interface RecordedRequest {
  /** The id of the operation; undefined when the request was for none. */
  readonly operation: string | undefined;
  /** In capitals. */
  readonly method: string;
  /** The path of the URL. */
  readonly path: string;
  /** The path parameters. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The query parameters. */
  readonly query: Readonly<Record<string, unknown>>;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, parsed; undefined where there was none, and for no operation. */
  readonly body: unknown;
  /** The status of the response; undefined while there is none, and when none came. */
  readonly status: number | undefined;
}

const SECRET =
  /secret|password|passwd|credential|private_?key|(?<!page_)token$|^authorization$|cookie|api[._-]?key$/i;
const REDACTED = "[redacted]";

/** The headers without what opens an account. */
export function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (!SECRET.test(name)) return [name, value];
      // The scheme tells which credentials were sent.
      const [scheme = "", ...rest] = value.split(" ");
      return [name, rest.length > 0 ? `${scheme} ${REDACTED}` : REDACTED];
    }),
  );
}

/** A copy of a value whose members with the names of secrets are redacted. */
export function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET.test(name) && typeof member === "string" ? REDACTED : redactValue(member),
    ]),
  );
}
