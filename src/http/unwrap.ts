import { createApiError } from "../errors/api-error.js";
import type { Outcome } from "./exchange.js";

/**
 * The data of a success.
 *
 * @throws {ApiError} in the class of its status, for a failed answer
 */
export function unwrap({ data, error, response, call }: Outcome): unknown {
  if (response.ok) return data;
  const failure = createApiError({ response, body: error, ...call });
  if (call.maybeApplied) failure.maybeApplied = true;
  throw failure;
}
