import { createApiError } from "../errors/api-error.js";
import type { Outcome } from "./exchange.js";

/**
 * The data of a success.
 *
 * @throws {ApiError} in the class of its status, for a failed answer
 */
export function unwrap({ data, error, response, operation, attempts }: Outcome): unknown {
  if (!response.ok) throw createApiError({ response, body: error, operation, attempts });
  return data;
}
