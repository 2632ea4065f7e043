/** One problem that the service reported, in the form of JSON:API errors. Every field is optional on the wire too. */
export interface ApiErrorDetail {
  /** Identifies this occurrence of the problem. */
  readonly id?: string;
  /** The HTTP status as a string. */
  readonly status?: string;
  /** The service's own code, such as `resource_already_exists` or `40403`. */
  readonly code?: string;
  /** A short summary, the same for every occurrence. */
  readonly title?: string;
  /** What happened this time. */
  readonly detail?: string;
  /** What the service suggests to do. */
  readonly resolution?: string;
  /** The part of the request at fault. */
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
}

/** What an error body tells, whatever its shape. */
export interface ErrorBody {
  readonly errors: readonly ApiErrorDetail[];
  /** Some gateways put the request's id into the body instead of a header. */
  readonly requestId?: string;
}

type Json = Record<string, unknown>;

/**
 * Reads the error bodies that Confluent's services and gateways are known to send:
 * `{errors: […]}`, `{error_code, message}`, `{error: {code, message}}`, OAuth's `{error, error_description}`
 * (RFC 6749, section 5.2), `{message}`, plain text. HTML and an empty body tell nothing.
 */
export function readErrorBody(body: unknown): ErrorBody {
  if (typeof body === "string") return { errors: fromText(body) };
  if (!isObject(body)) return { errors: [] };
  const requestId = text(body["requestId"]) ?? text(body["request_id"]);
  return { errors: fromJson(body), ...(requestId !== undefined && { requestId }) };
}

function fromJson(body: Json): ApiErrorDetail[] {
  if (Array.isArray(body["errors"])) return body["errors"].map(detail).filter((error) => error !== undefined);
  const inner = isObject(body["error"]) ? { status: body["status"], ...body["error"] } : body;
  const error = detail(inner);
  return error ? [error] : [];
}

function detail(error: unknown): ApiErrorDetail | undefined {
  if (typeof error === "string") return fromText(error)[0];
  if (!isObject(error)) return undefined;
  const fields = {
    id: text(error["id"]),
    status: text(error["status"]),
    code: text(error["code"]) ?? text(error["error_code"]) ?? text(error["error"]),
    title: text(error["title"]),
    detail: text(error["detail"]) ?? text(error["message"]) ?? text(error["error_description"]),
    resolution: text(error["resolution"]),
    source: source(error["source"]),
  };
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

function source(value: unknown): ApiErrorDetail["source"] {
  if (!isObject(value)) return undefined;
  const pointer = text(value["pointer"]);
  const parameter = text(value["parameter"]);
  if (pointer === undefined && parameter === undefined) return undefined;
  return { ...(pointer !== undefined && { pointer }), ...(parameter !== undefined && { parameter }) };
}

/** A page of HTML is for a browser; the first line of anything else is worth showing. */
function fromText(body: string): ApiErrorDetail[] {
  const line = body.trim().split(/\r?\n/, 1)[0] ?? "";
  return line === "" || line.startsWith("<") ? [] : [{ detail: line.slice(0, 500) }];
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
