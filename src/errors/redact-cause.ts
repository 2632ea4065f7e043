import { isErrorLike, type ErrorLike } from "../util/error-like.js";

/**
 * The error itself, or a copy without secrets where its texts, its properties or its causes contain any: a mock library
 * quotes the request with its headers. A copy has the name, message, stack, code and causes of the original.
 *
 * @param hide returns a text without secrets
 */
export function redactCause(error: unknown, hide: (text: string) => string, depth = 0): unknown {
  if (typeof error === "string") return hide(error);
  if (!isErrorLike(error) || depth > 5) return error;
  const { name, message, stack = "", code, syscall, errors: inner } = error as NodeError;
  const cause = redactCause(error.cause, hide, depth + 1);
  const errors = Array.isArray(inner) ? inner.map((one) => redactCause(one, hide, depth + 1)) : undefined;
  const isClean =
    hide(message) === message &&
    hide(stack) === stack &&
    cause === error.cause &&
    (errors ?? []).every((one, index) => one === (inner as unknown[])[index]) &&
    !Object.entries(error).some(([key, value]) => !SEPARATE.has(key) && quotes(value, hide));
  if (isClean) return error;
  // Not `Object.create`: `inspect` and loggers recognise only an object that was created as an error.
  const copy = Object.setPrototypeOf(new Error(), Object.getPrototypeOf(error) as object) as object;
  const members = { name, message: hide(message), stack: hide(stack), code, syscall, cause, errors };
  for (const [key, value] of Object.entries(members)) {
    if (value !== undefined) Object.defineProperty(copy, key, { value, configurable: true, writable: true });
  }
  return copy;
}

interface NodeError extends ErrorLike {
  readonly stack?: string;
  readonly syscall?: unknown;
}

/** The properties of an error that are looked at by themselves. */
const SEPARATE = new Set(["cause", "errors"]);

/** True if a value has a text with a secret within it, such as the request of a mock library, or its headers. */
function quotes(value: unknown, hide: (text: string) => string, depth = 0): boolean {
  if (typeof value === "string") return hide(value) !== value;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 4) return false;
  const { headers, entries } = value as { headers?: unknown; entries?: unknown };
  const members: unknown[] = typeof entries === "function" ? [...(value as Headers)] : Object.values(value);
  return [headers, ...members].some((member) => quotes(member, hide, depth + 1));
}
