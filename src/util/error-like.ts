/** What an error has, whichever realm made it: in Jest and `node:vm`, `fetch` rejects with errors of another `Error` class. */
export interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  /** Of an `AggregateError`. */
  readonly errors?: unknown;
}

/** True for an error by its shape. */
export function isErrorLike(value: unknown): value is ErrorLike {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Partial<ErrorLike>).name === "string" &&
    typeof (value as Partial<ErrorLike>).message === "string"
  );
}

/** The error, its causes, and the errors that an attempt to connect to several addresses collects. */
export function errorChain(error: unknown, depth = 0): ErrorLike[] {
  if (!isErrorLike(error) || depth > 5) return [];
  const { cause, errors } = error;
  const inner: unknown[] = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [error, ...inner.flatMap((one) => errorChain(one, depth + 1))];
}
