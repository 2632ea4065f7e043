/**
 * The error itself, or a copy without secrets where its texts, or those of its causes, contain any: a mock library quotes the
 * request with its headers. A copy has the name, message, stack, code and causes of the original.
 *
 * @param hide returns a text without secrets
 */
export function redactCause(error: unknown, hide: (text: string) => string, depth = 0): unknown {
  if (typeof error === "string") return hide(error);
  if (!isError(error) || depth > 5) return error;
  const { name, message, stack = "", code, syscall } = error;
  const cause = redactCause(error.cause, hide, depth + 1);
  const errors = error.errors?.map((one) => redactCause(one, hide, depth + 1));
  const isClean =
    hide(message) === message &&
    hide(stack) === stack &&
    cause === error.cause &&
    (errors ?? []).every((one, index) => one === error.errors?.[index]);
  if (isClean) return error;
  // Not `Object.create`: `inspect` and loggers recognise only an object that was created as an error.
  const copy = Object.setPrototypeOf(new Error(), Object.getPrototypeOf(error) as object) as object;
  const members = { name, message: hide(message), stack: hide(stack), code, syscall, cause, errors };
  for (const [key, value] of Object.entries(members)) {
    if (value !== undefined) Object.defineProperty(copy, key, { value, configurable: true, writable: true });
  }
  return copy;
}

interface ErrorLike extends Error {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: readonly unknown[];
}

function isError(value: unknown): value is ErrorLike {
  return value instanceof Error;
}
