import { printable } from "../util/printable.js";

/** One request of a call, and its result. */
export interface Attempt {
  /** The HTTP status of the response; absent when there is none. */
  readonly status?: number;
  /** The service's `X-Request-Id`, to quote to Confluent's support. */
  readonly requestId?: string;
  /** Milliseconds from the request to the end of the response, or to the failure. */
  readonly durationMs: number;
  /** What went wrong, when there is no complete response. */
  readonly error?: string;
  /** Milliseconds between this attempt and the next; absent on the last. */
  readonly delayMs?: number;
}

/** The call that an error belongs to. */
export interface ErrorContext {
  /** The operation's id, such as `listPimV1Integrations`, or `GET /path` for a path outside the document. */
  readonly operation?: string | undefined;
  /** The requests of the call, oldest first. */
  readonly attempts?: readonly Attempt[] | undefined;
  readonly cause?: unknown;
  /** The response that the error is about; that of the last attempt unless given. */
  readonly response?: Response | undefined;
}

/**
 * The base class of every error that this SDK throws. A call that the caller aborts rejects with the signal's own reason
 * instead.
 *
 * @example
 * try {
 *   await confluent.pim.v1.integrations.get("cspi-12345", { environment: "env-00000" });
 * } catch (error) {
 *   if (error instanceof ConfluentError) console.error(error.operation, error.message);
 *   else throw error;
 * }
 */
export class ConfluentError extends Error {
  override get name(): string {
    return "ConfluentError";
  }
  /** The operation's id, such as `listPimV1Integrations`; absent when the error belongs to no operation. */
  declare readonly operation?: string;
  /** The HTTP status of the last response, of which perhaps only the headers have arrived; absent when there is none. */
  declare readonly status?: number;
  /** The service's id of that request, to quote to Confluent's support. */
  declare readonly requestId?: string;
  /** The requests of the call, oldest first; empty when nothing was sent. */
  readonly attempts: readonly Attempt[];
  /** On a list: the token of the page that failed. Pass it as `page_token` to continue from there. */
  declare pageToken?: string;
  /** Present when a write may or may not have been applied. Check the resource before you repeat the call. */
  declare maybeApplied?: true;

  constructor(message: string, { operation, attempts = [], cause, response }: ErrorContext = {}) {
    super(printable(message), cause === undefined ? undefined : { cause });
    if (operation !== undefined) this.operation = operation;
    this.attempts = attempts;
    const last = attempts.at(-1);
    const status = response ? response.status : last?.status;
    const requestId = response ? response.headers.get("x-request-id") : last?.requestId;
    if (status !== undefined) this.status = status;
    if (requestId) this.requestId = requestId;
  }

  /** What `JSON.stringify` shows: the name, the message and every field, but not the cause, which may contain secrets. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/** V8 and JavaScriptCore have it. Elsewhere an error keeps the stack of the place where it was created. */
const { captureStackTrace } = Error as { captureStackTrace?: (error: object, above: unknown) => void };

/**
 * Points the stack of an error at the caller. The error was created in the pipeline, perhaps before the caller waited.
 *
 * @param above the topmost function to leave out of the stack
 */
export function recaptureStack<T>(error: T, above: unknown): T {
  if (error instanceof ConfluentError) captureStackTrace?.(error, above);
  return error;
}
