/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
/** Methods that have the same effect when they are sent twice (RFC 9110, section 9.2.2). */
const IDEMPOTENT = new Set([...SAFE, "PUT", "DELETE"]);

export const isSafe = (method: string): boolean => SAFE.has(method);
export const isIdempotent = (method: string): boolean => IDEMPOTENT.has(method);
