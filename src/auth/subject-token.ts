import { TimeoutError } from "../errors/index.js";
import { Scope } from "../time/scope.js";
import type { AuthContext } from "./auth.js";
import { checkSecret } from "./check-secret.js";

/** What a source of subject tokens is called with. */
export interface SubjectTokenContext {
  /** Aborts after the client's `timeoutMs`, and when no call needs the token any more. A token that comes later is ignored. */
  readonly signal: AbortSignal;
  /**
   * Sends a request of the source with the client's `fetch`, retries, timeouts and events. Resolves to the response, with
   * any status. The request must be safe to repeat.
   */
  readonly send: AuthContext["send"];
}

/**
 * Returns a valid subject token, for each exchange: `githubActionsToken()`, `tokenFile(path)`, or a function of your own.
 *
 * @example async ({ signal }) => (await googleAuth.getIdToken("confluent", { signal })).token
 */
export type SubjectTokenSource = (context: SubjectTokenContext) => string | Promise<string>;

/** The subject token for one exchange, which ends with it. The time limit keeps a source that hangs from blocking every call. */
export async function getSubjectToken(
  subjectToken: string | SubjectTokenSource,
  operation: string,
  { clock, timeoutMs, send }: AuthContext,
  exchange: Scope,
): Promise<string> {
  if (typeof subjectToken === "string") return subjectToken;
  const scope = new Scope([exchange], timeoutMs, clock);
  try {
    const given = Promise.resolve(subjectToken({ signal: scope.signal, send }));
    const token = await scope.race(given);
    checkSecret(token, "stsToken: the subject token that the callback returned");
    return token;
  } catch (error) {
    if (!scope.timedOut) throw error;
    throw new TimeoutError(`No subject token within ${timeoutMs} ms (${operation})`, { operation });
  } finally {
    scope.release();
  }
}
