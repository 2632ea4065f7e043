import { ConfluentError, type ErrorContext } from "./confluent-error.js";
import { omitUndefined } from "../util/json.js";
import { readErrorBody, type ApiErrorDetail } from "./error-body.js";

/** What an `ApiError` is made from. */
export interface ApiErrorInit extends ErrorContext {
  readonly response: Response;
  /** The parsed body; the text itself where it is not JSON. */
  readonly body: unknown;
  /** Milliseconds after which the service asks to be called again, read from the headers of the response. */
  readonly retryAfterMs?: number | undefined;
  /** What to try, in place of what the status suggests. */
  readonly hint?: string | undefined;
}

/**
 * The service answered, and the answer is a failure. Each common status has a class of its own; this one stands for
 * the rest.
 *
 * @example
 * if (error instanceof ApiError && error.status === 451) console.error(error.errors[0]?.detail, error.requestId);
 */
export class ApiError extends ConfluentError {
  override get name(): string {
    return "ApiError";
  }
  /** HTTP status of the answer. */
  readonly status: number;
  /** What the service reported; empty when the body told nothing. */
  readonly errors: readonly ApiErrorDetail[];
  /** The service's id of the request, to be quoted to support. */
  declare readonly requestId?: string;
  /** Milliseconds after which the service asks to be called again; absent when it did not say. */
  declare readonly retryAfterMs?: number;
  /** The body as it was parsed: an object for JSON, else the text. */
  declare readonly body: unknown;
  /** The headers of the answer; a 409 may name the resource in the way in `Location`. */
  declare readonly headers: Headers;

  constructor(answer: ApiErrorInit) {
    const { response, body, retryAfterMs, operation, hint } = answer;
    const { status, statusText, headers } = response;
    const { errors, requestId: bodyRequestId } = readErrorBody(body);
    const requestId = headers.get("x-request-id") || bodyRequestId;
    const what = errors.map(describe).join("; ") || statusText || "no reason given";
    const where = [operation, requestId && `request id ${requestId}`].filter(Boolean).join(", ");
    super(`${status} ${what}${where && ` (${where})`}${hint ? ` — ${hint}` : ""}`, answer);
    this.status = status;
    this.errors = errors;
    Object.assign(this, omitUndefined({ requestId, retryAfterMs }));
    // Raw material for a program, noise in a log: not enumerable.
    Object.defineProperties(this, { body: { value: body }, headers: { value: headers } });
  }
}

/** 400: the request is malformed, or a value is not acceptable. Some exceeded quotas are reported so as well. */
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

/** 403: the credentials lack the permission. The service also answers so for what does not exist. */
export class PermissionDeniedError extends ApiError {
  override get name(): string {
    return "PermissionDeniedError";
  }
}

/** 404: there is no such resource. */
export class NotFoundError extends ApiError {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: the request is in conflict with what exists; `headers.get("Location")` may name it. */
export class ConflictError extends ApiError {
  override get name(): string {
    return "ConflictError";
  }
}

/** 422: the request is well-formed, but its content fails the service's validation; see `errors[].source`. */
export class UnprocessableEntityError extends ApiError {
  override get name(): string {
    return "UnprocessableEntityError";
  }
}

/** 429: too many requests; `retryAfterMs` says when to come back. */
export class RateLimitError extends ApiError {
  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the service or something before it failed. */
export class ServerError extends ApiError {
  override get name(): string {
    return "ServerError";
  }
}

type ErrorClass = new (answer: ApiErrorInit) => ApiError;

/** The class of a status, and what to try unless something better is known. */
const kinds: Readonly<Record<number, readonly [ErrorClass, hint?: string]>> = {
  400: [BadRequestError],
  401: [
    AuthenticationError,
    "check that the credentials are meant for this API and have not expired; a new Cloud API key can take minutes to work",
  ],
  402: [QuotaExceededError, "delete what is not needed, or ask Confluent to raise the quota"],
  403: [
    PermissionDeniedError,
    "check the role bindings of whoever the credentials belong to, and that what you ask for exists",
  ],
  404: [NotFoundError],
  409: [ConflictError],
  422: [UnprocessableEntityError],
  429: [RateLimitError],
};

/** The error for a failed answer, in the class of its status. */
export function createApiError(answer: ApiErrorInit): ApiError {
  const { status } = answer.response;
  const [ErrorClass, hint] = kinds[status] ?? [status >= 500 ? ServerError : ApiError];
  return new ErrorClass({ hint, ...answer });
}

/** One problem, with the part of the request at fault and what the service suggests. */
function describe({ title, detail, code, resolution, source }: ApiErrorDetail): string {
  const text = [title, detail].filter(Boolean).join(": ") || code || "no reason given";
  const at = source?.parameter ?? source?.pointer;
  return `${text}${at ? ` [${at}]` : ""}${resolution ? ` (${resolution})` : ""}`;
}
