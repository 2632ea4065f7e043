import { omitUndefined, isObject, type Json } from "../util/json.js";

/** One problem that the service reported, in the format of JSON:API errors. Every field is optional. */
export interface ApiErrorDetail {
  /** Identifies this occurrence of the problem. */
  readonly id?: string;
  /** The HTTP status as a string. */
  readonly status?: string;
  /** The service's own code, such as `resource_already_exists` or `40403`. */
  readonly code?: string;
  /** A short summary, the same for every occurrence. */
  readonly title?: string;
  /** What happened in this occurrence. */
  readonly detail?: string;
  /** What the service suggests to do. */
  readonly resolution?: string;
  /** The part of the request that is wrong: a JSON pointer into the body, or the name of a parameter. */
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
}

/** The content of an error body of any format. */
export interface ErrorBody {
  readonly errors: readonly ApiErrorDetail[];
  /** Some gateways send the request id in the body instead of a header. */
  readonly requestId?: string | undefined;
}

/**
 * Reads the error bodies that Confluent's services and gateways are known to send:
 * `{errors: […]}`, `{error_code, message}`, `{error: {code, message}}`, OAuth's `{error, error_description}`
 * (RFC 6749, section 5.2), `{message}`, plain text. HTML and an empty body have no details.
 */
export function readErrorBody(body: unknown): ErrorBody {
  if (!isObject(body)) return { errors: details(body) };
  const { errors, error, status, requestId = body["request_id"] } = body;
  const problems = Array.isArray(errors) ? errors : [isObject(error) ? { status, ...error } : body];
  return { errors: problems.flatMap(details), requestId: text(requestId) };
}

/** The problem that the value describes, if any. */
function details(error: unknown): ApiErrorDetail[] {
  const detail =
    typeof error === "string" ? { detail: firstLine(error) } : isObject(error) ? read(error) : {};
  const known = omitUndefined(detail);
  return Object.keys(known).length > 0 ? [known] : [];
}

function read(error: Json): { [K in keyof ApiErrorDetail]: ApiErrorDetail[K] | undefined } {
  const { pointer, parameter } = isObject(error["source"]) ? error["source"] : {};
  const source = omitUndefined({ pointer: text(pointer), parameter: text(parameter) });
  return {
    id: text(error["id"]),
    status: text(error["status"]),
    code: text(error["code"]) ?? text(error["error_code"]) ?? text(error["error"]),
    title: text(error["title"]),
    detail: text(error["detail"]) ?? text(error["message"]) ?? text(error["error_description"]),
    resolution: text(error["resolution"]),
    source: source.pointer || source.parameter ? source : undefined,
  };
}

/** The first line of a text, but not of an HTML page. */
function firstLine(body: string): string | undefined {
  const [line = ""] = body.trim().split(/\r?\n/, 1);
  return line === "" || line.startsWith("<") ? undefined : line.slice(0, 500);
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
