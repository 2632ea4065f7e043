import { ConfluentError, type ErrorContext } from "./confluent-error.js";
import { clip } from "../util/printable.js";
import { omitUndefined } from "../util/json.js";
import { readErrorBody, type ApiErrorDetail } from "./error-body.js";

/** What an `ApiError` is made from. */
export interface ApiErrorInit extends ErrorContext {
  readonly response: Response;
  /** The parsed body, or its text when it is not JSON. */
  readonly body: unknown;
  /** Milliseconds that the service asks to wait, read from the headers of the response. */
  readonly retryAfterMs?: number | undefined;
  /** What to try; replaces the hint for the status. */
  readonly hint?: string | undefined;
}

/**
 * The service responded with a failure. Each common status has its own class; this class is for the others.
 *
 * @example
 * if (error instanceof ApiError && error.status === 451) console.error(error.errors[0]?.detail, error.requestId);
 */
export class ApiError extends ConfluentError {
  override get name(): string {
    return "ApiError";
  }
  /** The HTTP status of the response. */
  declare readonly status: number;
  /** The problems that the service reported; empty when the body has no details. */
  readonly errors: readonly ApiErrorDetail[];
  /** Milliseconds that the service asks to wait before the next request; absent when it does not say. */
  declare readonly retryAfterMs?: number;
  /** The parsed body, or its text when it is not JSON. */
  declare readonly body: unknown;
  /** The headers of the response. The `Location` of a 409 may name the conflicting resource. */
  declare readonly headers: Headers;

  constructor(init: ApiErrorInit) {
    const { response, body, retryAfterMs, operation, hint } = init;
    const { status, statusText, headers } = response;
    const { errors, requestId: bodyRequestId } = readErrorBody(body);
    const requestId = headers.get("x-request-id") || bodyRequestId;
    const what = describeAll(errors) || clip(statusText, MAX_TEXT) || "no reason given";
    const where = [operation, requestId && `request id ${clip(requestId, MAX_TEXT)}`]
      .filter(Boolean)
      .join(", ");
    super(`${status} ${what}${where && ` (${where})`}${hint ? ` — ${hint}` : ""}`, init);
    this.errors = errors;
    Object.assign(this, omitUndefined({ requestId, retryAfterMs }));
    // Not enumerable: useful to programs, noise in a log.
    Object.defineProperties(this, { body: { value: body }, headers: { value: headers } });
  }
}

/** 400: the request is malformed, or a value is invalid. Some exceeded quotas are reported as a 400 too. */
export class BadRequestError extends ApiError {
  override get name(): string {
    return "BadRequestError";
  }
}

/** 401: the credentials are missing, wrong or expired. */
export class AuthenticationError extends ApiError {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** 402: the request would exceed a quota of the organization or environment. */
export class QuotaExceededError extends ApiError {
  override get name(): string {
    return "QuotaExceededError";
  }
}

/** 403: the credentials lack a permission. The service also responds with it for a resource that does not exist. */
export class PermissionDeniedError extends ApiError {
  override get name(): string {
    return "PermissionDeniedError";
  }
}

/** 404: the resource does not exist. */
export class NotFoundError extends ApiError {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: the request conflicts with an existing resource, which `headers.get("Location")` may name. */
export class ConflictError extends ApiError {
  override get name(): string {
    return "ConflictError";
  }
}

/** 422: the request is well-formed, but the service rejects its content; see `errors[].source`. */
export class UnprocessableEntityError extends ApiError {
  override get name(): string {
    return "UnprocessableEntityError";
  }
}

/** 429: too many requests; `retryAfterMs` says how long to wait. */
export class RateLimitError extends ApiError {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the service, or a gateway before it, failed. */
export class ServerError extends ApiError {
  override get name(): string {
    return "ServerError";
  }
}

type ErrorClass = new (init: ApiErrorInit) => ApiError;

/** The class for a status, and a hint what to try. */
const classes: Readonly<Record<number, readonly [ErrorClass, hint?: string]>> = {
  400: [BadRequestError],
  401: [
    AuthenticationError,
    "check that the credentials are for this API and have not expired; a new Cloud API key can take minutes to work",
  ],
  402: [QuotaExceededError, "delete unused resources, or ask Confluent to raise the quota"],
  403: [
    PermissionDeniedError,
    "check the role bindings of the owner of the credentials, and that the resource exists",
  ],
  404: [NotFoundError],
  409: [ConflictError],
  422: [UnprocessableEntityError],
  429: [RateLimitError],
};

/** The error for a failed response, in the class of its status. */
export function createApiError(init: ApiErrorInit): ApiError {
  const { status } = init.response;
  const [ErrorClass, hint] = classes[status] ?? [status >= 500 ? ServerError : ApiError];
  return new ErrorClass({ hint, ...init });
}

/** The most that a message says of the problems; `errors` has all of them. */
const MAX_PROBLEMS = 5;
const MAX_TEXT = 500;

function describeAll(errors: readonly ApiErrorDetail[]): string {
  const more = errors.length - MAX_PROBLEMS;
  const described = errors.slice(0, MAX_PROBLEMS).map((error) => clip(describe(error), MAX_TEXT));
  return [...described, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** One problem, with the wrong part of the request and what the service suggests. */
function describe({ title, detail, code, resolution, source }: ApiErrorDetail): string {
  const text = [title, detail].filter(Boolean).join(": ") || code || "no reason given";
  const at = source?.parameter ?? source?.pointer;
  return `${text}${at ? ` [${at}]` : ""}${resolution ? ` (${resolution})` : ""}`;
}
