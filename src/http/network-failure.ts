/** The names under which Node, Bun and Deno report that no connection came about, so that nothing was sent. */
const CONNECT_CODES = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
]);

/** What a rejection of `fetch` says about the request. */
export type NetworkFailure =
  /** No connection came about; nothing was sent. */
  | "not-connected"
  /** The connection broke; the request may have arrived. */
  | "interrupted"
  /** The server's certificate, or its TLS, will not do; nothing was sent, and trying again changes nothing. */
  | "certificate"
  /** Not the network's doing: a fault in a `fetch` of the caller's own; trying again changes nothing. */
  | "other";

/** Tells what kind of failure `fetch` rejected with. */
export function classifyFailure(error: unknown): NetworkFailure {
  const chain = [...causes(error)];
  if (chain.some(isConnectFailure)) return "not-connected";
  if (chain.some(isCertificateFailure)) return "certificate";
  // Browsers say no more than TypeError. Others have a code, too.
  return error instanceof TypeError || chain.some((cause) => codeOf(cause) !== undefined)
    ? "interrupted"
    : "other";
}

function isConnectFailure(error: Error): boolean {
  const syscall = "syscall" in error ? error.syscall : undefined;
  return (
    CONNECT_CODES.has(codeOf(error) ?? "") ||
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    error.message.includes("client error (Connect)") ||
    error.message.includes("before secure TLS connection was established")
  );
}

function isCertificateFailure(error: Error): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|SSL_WRONG_VERSION/.test(codeOf(error) ?? "");
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The error, its causes, and those that an attempt at several addresses at once collects. */
function* causes(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 5) return;
  yield error;
  yield* causes(error.cause, depth + 1);
  if (error instanceof AggregateError) for (const one of error.errors) yield* causes(one, depth + 1);
}
