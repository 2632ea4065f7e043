import type { Authenticator } from "../auth/auth.js";
import { CREDENTIALS_FRESH_MS } from "../defaults.js";
import { ConfigurationError, TimeoutError } from "../errors/index.js";
import { LazySignal } from "../time/lazy-signal.js";
import { Scope } from "../time/scope.js";
import type { Call, Layer } from "./call.js";

/**
 * Waits for credentials no longer than for an attempt: a token callback may hang.
 *
 * @throws {TimeoutError} after `timeoutMs`, unless the authenticator has a timeout of its own
 * @throws {ConfigurationError} for credentials that are no string
 */
export async function waitForCredentials(
  credentials: Promise<string>,
  { hasOwnTimeout }: Authenticator,
  { scope, clock, settings: { timeoutMs }, operation, attempts }: Call,
): Promise<string> {
  // A program in JavaScript may return anything.
  const received = Promise.resolve(credentials).then((value) => checkCredentials(value, operation));
  if (hasOwnTimeout) return scope.race(received);
  const wait = new Scope([scope], timeoutMs, clock);
  try {
    return await wait.race(received);
  } catch (error) {
    if (!wait.timedOut) throw error;
    const message = `No credentials within ${timeoutMs} ms (${operation})`;
    // A list of its own: another attempt would wait for the same callback.
    throw new TimeoutError(message, { operation, attempts: [...attempts] });
  } finally {
    wait.release();
  }
}

function checkCredentials(value: unknown, operation: string): string {
  if (typeof value === "string") return value;
  const problem = `\`authorization\` of \`auth\` must give a string, not ${typeof value}`;
  throw new ConfigurationError(`${problem} (${operation})`, { operation });
}

/**
 * The layer that replaces cached credentials that may have expired in the queue. A token callback is not asked again: it is
 * called once for each request.
 */
export function renewCredentials(authenticator: Authenticator): Layer {
  return (next) => (request, call) => {
    const { authorization, cachedAt, clock, scope } = call;
    if (authorization === undefined || cachedAt === undefined) return next(request, call);
    if (clock.now() - cachedAt <= CREDENTIALS_FRESH_MS) return next(request, call);
    const value = authenticator.authorization(new LazySignal(scope));
    if (typeof value === "string") call.authorization = value;
    // Not waited for, because other requests wait for this one's turn to end. After a 401 it is.
    else value.catch(() => undefined);
    return next(request, call);
  };
}

/** The layer that tells the authenticator when the last request under way has ended. */
export function reportIdle(authenticator: Authenticator): Layer {
  let requests = 0;
  return (next) => async (request, call) => {
    requests++;
    try {
      return await next(request, call);
    } finally {
      if (--requests === 0) authenticator.onIdle?.();
    }
  };
}
