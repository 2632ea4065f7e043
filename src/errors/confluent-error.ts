/** One exchange with the service on behalf of a call. */
export interface Attempt {
  /** HTTP status of the answer; absent when none came. */
  readonly status?: number;
  /** The service's `X-Request-Id`, to be quoted to support. */
  readonly requestId?: string;
  /** Milliseconds from sending the request to the end of the answer, or to the failure. */
  readonly durationMs: number;
  /** What went wrong when no complete answer came. */
  readonly error?: string;
  /** Milliseconds that the SDK waited before the next attempt; absent on the last. */
  readonly delayMs?: number;
}

/** What an error of a call may carry beside its message. */
export interface ErrorContext {
  /** The operation's id, such as `listPimV1Integrations`, or `GET /path` for a path outside the document. */
  readonly operation?: string | undefined;
  /** What was sent and what came back, oldest first. */
  readonly attempts?: readonly Attempt[] | undefined;
  readonly cause?: unknown;
}

/**
 * The root of every error that this SDK throws, except a caller's abort, which rejects with the signal's own reason.
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
  /** What was sent and what came back, oldest first; empty when nothing was sent. */
  readonly attempts: readonly Attempt[];
  /** On a list: the token of the page that failed. Pass it as `page_token` to go on from there. */
  declare pageToken?: string;
  /** Present when the call writes, and may or may not have been applied: look before you repeat it. */
  declare maybeApplied?: true;

  constructor(message: string, { operation, attempts = [], cause }: ErrorContext = {}) {
    super(message, cause === undefined ? undefined : { cause });
    if (operation !== undefined) this.operation = operation;
    this.attempts = attempts;
  }

  /** What `JSON.stringify` shows: every field and the message; never the cause, which others made. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/** V8's, and JavaScriptCore's by now; elsewhere the stack remains that of the place where the error came about. */
const { captureStackTrace } = Error as { captureStackTrace?: (error: object, above: unknown) => void };

/**
 * Gives an error the stack of who waits for it now: it came about in the pipeline, or before anyone waited.
 *
 * @param above the function that the stack begins below
 */
export function recaptureStack<T>(error: T, above: unknown): T {
  if (error instanceof ConfluentError) captureStackTrace?.(error, above);
  return error;
}
