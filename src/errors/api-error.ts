import { ConfluentError, type CallContext } from "./confluent-error.js";
import { readErrorBody, type ApiErrorDetail } from "./error-body.js";
import { parseRetryAfterMs } from "../http/retry-after.js";

/** What an `ApiError` is made from. */
export interface FailedAnswer extends CallContext {
  readonly response: Response;
  /** The parsed body; the text itself where it is not JSON. */
  readonly body: unknown;
  /** What to try, in place of what the status suggests. */
  readonly hint?: string;
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

  constructor(answer: FailedAnswer, usualHint?: string) {
    const { response, body, operation, attempts, cause, hint = usualHint } = answer;
    const { errors, requestId: bodyRequestId } = readErrorBody(body);
    const requestId = response.headers.get("x-request-id") || bodyRequestId;
    super(describe({ response, errors, operation, requestId, hint }), { operation, attempts, cause });
    this.status = response.status;
    this.errors = errors;
    if (requestId !== undefined) this.requestId = requestId;
    const retryAfterMs = parseRetryAfterMs(response);
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
    // Raw material for a program, noise in a log: not enumerable.
    Object.defineProperty(this, "body", { value: body });
    Object.defineProperty(this, "headers", { value: response.headers });
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
  constructor(answer: FailedAnswer) {
    super(answer, "check that the key is a Cloud API key; a new one can take minutes to work");
  }
}

/** 402: the request would exceed a quota of the organization or environment. */
export class QuotaExceededError extends ApiError {
  override get name(): string {
    return "QuotaExceededError";
  }
  constructor(answer: FailedAnswer) {
    super(answer, "delete what is not needed, or ask Confluent to raise the quota");
  }
}

/** 403: the credentials lack the permission. The service also answers so for what does not exist. */
export class PermissionDeniedError extends ApiError {
  override get name(): string {
    return "PermissionDeniedError";
  }
  constructor(answer: FailedAnswer) {
    super(answer, "check the role bindings of the key's owner, and that what you ask for exists");
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

const byStatus: Readonly<Record<number, new (answer: FailedAnswer) => ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  402: QuotaExceededError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The error for a failed answer, in the class of its status. */
export function createApiError(answer: FailedAnswer): ApiError {
  const { status } = answer.response;
  const ErrorClass = byStatus[status] ?? (status >= 500 ? ServerError : ApiError);
  return new ErrorClass(answer);
}

/** What happened, to which operation, under which request id, and what to try. */
function describe(failure: {
  response: Response;
  errors: readonly ApiErrorDetail[];
  operation: string | undefined;
  requestId: string | undefined;
  hint: string | undefined;
}): string {
  const { response, errors, operation, requestId, hint } = failure;
  const what = errors.map(describeDetail).join("; ") || response.statusText || "no reason given";
  const where = [operation, requestId && `request id ${requestId}`].filter(Boolean).join(", ");
  return `${response.status} ${what}${where && ` (${where})`}${hint ? ` — ${hint}` : ""}`;
}

function describeDetail({ title, detail, code, resolution, source }: ApiErrorDetail): string {
  const text = [title, detail].filter(Boolean).join(": ") || code || "no reason given";
  const at = source?.parameter ?? source?.pointer;
  return `${text}${at ? ` [${at}]` : ""}${resolution ? ` (${resolution})` : ""}`;
}
