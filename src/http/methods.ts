/** Methods that change nothing (RFC 9110, section 9.2.1). */
const READS = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
/** Methods that have the same effect when they are sent twice (RFC 9110, section 9.2.2). */
const IDEMPOTENT = new Set([...READS, "PUT", "DELETE"]);

export const writes = (method: string): boolean => !READS.has(method);
export const isIdempotent = (method: string): boolean => IDEMPOTENT.has(method);
