import { defaultBodySerializer } from "openapi-fetch";
import { ConfigurationError } from "../errors/index.js";
import { unreadable } from "../util/unreadable.js";
import { isSentAsItIs } from "./body-values.js";

/**
 * openapi-fetch's serialiser of bodies, with an error that says what is wrong.
 *
 * @throws {ConfigurationError} for a body that JSON cannot express: a circular one, a `bigint`, a function, a promise
 */
export function serializeBody(body: unknown, headers?: unknown): unknown {
  const what = isSentAsItIs(body) ? undefined : unreadable(body);
  const writesItself = typeof (body as { toJSON?: unknown } | null)?.toJSON === "function";
  if (what !== undefined && !writesItself) throw bodyError(`it is ${what}`);
  let reason = `it is a ${typeof body}`;
  try {
    // Its types leave out the second parameter, which decides whether a form is written.
    const serialize = defaultBodySerializer as (body: unknown, headers: unknown) => unknown;
    const serialized = serialize(body, headers);
    if (serialized !== undefined) return serialized;
  } catch (error) {
    reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
  }
  throw bodyError(reason);
}

function bodyError(reason: string): ConfigurationError {
  return new ConfigurationError(`the body cannot be written as JSON: ${reason}`);
}
