import { TimeoutError } from "../errors/index.js";
import { Scope } from "../time/scope.js";
import type { AuthContext } from "./auth.js";
import { checkSecret } from "./check-secret.js";

/** What a source of subject tokens is lent. */
export interface SubjectTokenContext {
  /** Aborts when the client's `timeoutMs` is over; a token that comes later is not waited for. */
  readonly signal: AbortSignal;
  /**
   * Sends a request of the source's own on the road of the client: its `fetch`, retries, timeouts and events. Resolves to the
   * answer whatever its status. The request must be safe to repeat.
   */
  readonly send: AuthContext["send"];
}

/**
 * Gives a subject token, a fresh one each time: `githubActionsToken()`, `tokenFile(path)`, or a function of your own.
 *
 * @example async ({ signal }) => (await googleAuth.getIdToken("confluent", { signal })).token
 */
export type SubjectTokenSource = (context: SubjectTokenContext) => string | Promise<string>;

/** The subject token for one exchange. A source that hangs must not hang every call that waits for the exchange. */
export async function getSubjectToken(
  subjectToken: string | SubjectTokenSource,
  operation: string,
  { clock, timeoutMs, send }: AuthContext,
): Promise<string> {
  if (typeof subjectToken === "string") return subjectToken;
  const scope = new Scope([], timeoutMs, clock);
  try {
    const given = Promise.resolve(subjectToken({ signal: scope.signal, send }));
    const token = await scope.race(given);
    checkSecret(token, "stsToken: the subject token that the callback gave");
    return token;
  } catch (error) {
    if (!scope.timedOut) throw error;
    throw new TimeoutError(`No subject token within ${timeoutMs} ms (${operation})`, { operation });
  } finally {
    scope.release();
  }
}
