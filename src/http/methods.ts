/** Methods that change nothing. */
const READS = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
/** Methods that do when sent twice what they do when sent once (RFC 9110, section 9.2.2). */
const IDEMPOTENT = new Set([...READS, "PUT", "DELETE"]);

export const writes = (method: string): boolean => !READS.has(method);
export const isIdempotent = (method: string): boolean => IDEMPOTENT.has(method);
