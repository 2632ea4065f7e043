import { createApiError } from "../errors/api-error.js";
import type { CallResult } from "./execute.js";

/**
 * The data of a success.
 *
 * @throws {ApiError} in the class of its status, for a failed answer
 */
export function dataOrThrow({ data, error, response, call }: CallResult): unknown {
  if (response.ok) return data;
  const failure = createApiError({ response, body: error, ...call });
  if (call.maybeApplied) failure.maybeApplied = true;
  throw failure;
}
