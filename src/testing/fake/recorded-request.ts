import type { DocumentOperation } from "../document/operations.js";
import type { ReadBody } from "./read-body.js";
import type { RequestParameters } from "./read-parameters.js";

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
  /**
   * The body, parsed; undefined where there was none, and for no operation. Of one that cannot be read, or whose media type the
   * document does not have, a note stands in its place, as nothing tells what in it is secret.
   */
  readonly body: unknown;
  /** The status of the response; undefined while there is none, and when none came. */
  readonly status: number | undefined;
}

/** A record whose status comes with the response. */
export type OpenRecord = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };

/** What was read of a request for an operation. */
interface ReadRequest {
  readonly operation: DocumentOperation;
  readonly parameters: RequestParameters;
  readonly body: ReadBody;
}

/** A record of a request. It has copies alone, so that no change to it reaches what the fake holds. */
export function recordOf(request: Request, url: URL, read?: ReadRequest): OpenRecord {
  const query = read?.parameters.query ?? Object.fromEntries(url.searchParams);
  return {
    operation: read?.operation.id,
    method: request.method,
    path: url.pathname,
    params: { ...read?.parameters.path },
    query: redactValue(query) as RecordedRequest["query"],
    headers: redactHeaders(request.headers),
    body: read && redactBody(read.body),
    status: undefined,
  };
}

/** A copy of a record: what a test does to it does not change the record. What is redacted stays so. */
export function copyOf(record: RecordedRequest): RecordedRequest {
  const { params, query, headers, body } = record;
  return {
    ...record,
    params: { ...params },
    query: redactValue(query) as RecordedRequest["query"],
    headers: { ...headers },
    body: redactValue(body),
  };
}

/** Names of headers and of members whose values are secrets, wherever the word stands in the name. */
const SECRET =
  /pass(word|wd|phrase)|secret|credential|jaas|user[-_. ]?info|authorization|cookie|assertion|auth[-_. ]?data|key[-_. ]?material|(private|api|access)[-_. ]?key(?![-_. ]?id)|(?<!page[-_. ]?)token(?![-_. ]?type)/i;
/** Members that say what the value beside them is: of a pair, of a change to it, or of a JSON patch. */
const NAMES = ["name", "key", "path", "property"];
const VALUE = /value|^data$/i;
const REDACTED = "[redacted]";

/** The headers without what opens an account. */
function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (!SECRET.test(name)) return [name, value];
      // The scheme tells which credentials were sent.
      const [scheme] = /^(basic|bearer)(?= )/i.exec(value) ?? [];
      return [name, scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`];
    }),
  );
}

/** A copy of a value in which everything beneath the name of a secret is redacted. */
function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (value instanceof Uint8Array) return value.slice();
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value);
  const isPair = members.some(
    ([name, member]) => NAMES.includes(name) && typeof member === "string" && SECRET.test(member),
  );
  return Object.fromEntries(
    members.map(([name, member]) => {
      const isSecret = SECRET.test(name) || (isPair && VALUE.test(name));
      return [name, isSecret ? redactAll(member) : redactValue(member)];
    }),
  );
}

/** What is null or a boolean tells no secret. */
function redactAll(value: unknown): unknown {
  return value === null || typeof value === "boolean" ? value : REDACTED;
}

/** The body as it is recorded. */
function redactBody({ value, declared, contentType, problem }: ReadBody): unknown {
  if (value === undefined) return undefined;
  if (problem !== undefined) return `[not recorded: the body ${problem}]`;
  if (!declared && (typeof value === "string" || value instanceof Uint8Array))
    return `[not recorded: ${contentType || "a body without a media type"} is not in the document]`;
  return redactValue(value);
}
