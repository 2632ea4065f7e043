import { createApiError } from "../errors/api-error.js";
import { ResponseFormatError } from "../errors/index.js";
import { parseRetryAfterMs } from "../http/retry-after.js";
import { parseJson } from "../util/json.js";
import { clip } from "../util/printable.js";
import type { AuthContext } from "./auth.js";
import { isSecret } from "./check-secret.js";

/** A request for a token, and what its errors say. */
export interface TokenRequest {
  readonly request: Request;
  readonly operation: string;
  /** The request in plain words, such as `the token exchange`. */
  readonly what: string;
  /** What to check when the request is refused. */
  readonly check: string;
  /** The field of the response body that contains the token. */
  readonly field: string;
}

/** A token, and the response body that contained it. */
export interface TokenResponse {
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Sends a request for a token and reads the response.
 *
 * @throws {ApiError} in the class of its status, for a failed response
 * @throws {ResponseFormatError} for a successful response without a token
 */
export async function requestToken(
  send: AuthContext["send"],
  { request, operation, what, check, field }: TokenRequest,
  signal?: AbortSignal,
): Promise<TokenResponse> {
  const { response, attempts } = await send(request, operation, signal);
  const { ok, status, headers } = response;
  const text = await response.text();
  if (!ok) {
    const wasRefused = status < 500 && status !== 429;
    const hint = wasRefused ? `${what} was refused; check ${check}` : `${what} failed`;
    throw createApiError({
      response,
      body: parseJson(text),
      retryAfterMs: parseRetryAfterMs(response),
      operation,
      attempts,
      hint,
    });
  }
  const body = parseJson(text) as TokenResponse["body"] | null;
  const token = body?.[field];
  if (isSecret(token)) return { token, body: body ?? {} };
  // The error shows nothing of the body, which may contain a token elsewhere.
  const type = clip(headers.get("content-type") ?? "no content type", 200);
  const message = `${status} without a JSON body that contains \`${field}\`, but ${type}, for ${what} (${operation})`;
  throw new ResponseFormatError(message, { operation, attempts, response });
}
