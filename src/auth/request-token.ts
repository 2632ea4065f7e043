import { createApiError } from "../errors/api-error.js";
import { ResponseFormatError } from "../errors/index.js";
import { parseRetryAfterMs } from "../http/retry-after.js";
import { parseJson } from "../util/json.js";
import type { AuthContext } from "./auth.js";
import { isSecret } from "./check-secret.js";

/** A request for a token, and what an error is to say about it. */
export interface TokenRequest {
  readonly request: Request;
  readonly operation: string;
  /** What the request is to people, such as `the token exchange`. */
  readonly what: string;
  /** What to check when it is refused. */
  readonly check: string;
  /** The field of the reply that holds the token. */
  readonly field: string;
  /** The credential that the request carries; no error repeats it, though the answer may. */
  readonly secret: string;
}

/** A token, and the reply that it came in. */
export interface TokenReply {
  readonly token: string;
  readonly reply: Readonly<Record<string, unknown>>;
}

/**
 * Sends a request for a token and reads the reply.
 *
 * @throws {ApiError} in the class of its status, for a failed answer
 * @throws {ResponseFormatError} for a success without a token
 */
export async function requestToken(
  send: AuthContext["send"],
  { request, operation, what, check, field, secret }: TokenRequest,
  signal?: AbortSignal,
): Promise<TokenReply> {
  const { response, attempts } = await send(request, operation, signal);
  const { ok, status, headers } = response;
  const text = await response.text();
  if (!ok) {
    const wasRefused = status < 500 && status !== 429;
    const hint = wasRefused ? `${what} was refused; check ${check}` : `${what} failed`;
    throw createApiError({
      response,
      body: parseJson(text.replaceAll(secret, "[hidden]")),
      retryAfterMs: parseRetryAfterMs(response),
      operation,
      attempts,
      hint,
    });
  }
  const reply = parseJson(text) as TokenReply["reply"] | null;
  const token = reply?.[field];
  if (isSecret(token)) return { token, reply: reply ?? {} };
  // Nothing of the body is shown: it may hold a token all the same.
  const type = headers.get("content-type") ?? "no content type";
  const message = `${status} without a JSON body that holds \`${field}\`, but ${type}, for ${what} (${operation})`;
  throw new ResponseFormatError(message, { operation, attempts });
}
