import { createApiError } from "../errors/api-error.js";
import { parseRetryAfterMs } from "../http/retry-after.js";
import { withoutSecrets } from "./hide-from.js";
import type { CallResult } from "./execute.js";

/**
 * The data of a success.
 *
 * @throws {ApiError} in the class of its status, for a failed response
 */
export function dataOrThrow({ data, error, response, call }: CallResult): unknown {
  if (response.ok) return data;
  const { operation, attempts, clock, hint, maybeApplied } = call;
  const retryAfterMs = parseRetryAfterMs(response, clock.epochMs());
  const apiError = createApiError({
    response: withoutSecrets(response, call),
    body: error,
    retryAfterMs,
    operation,
    attempts,
    ...(hint && { hint }),
  });
  if (maybeApplied) apiError.maybeApplied = true;
  throw apiError;
}
