/** The names under which Node, Bun and Deno report that no connection came about, so that nothing was sent. */
const CONNECT_CODES =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
/** What Bun and Deno say in words alone. */
const CONNECT_MESSAGES = /client error \(Connect\)|before secure TLS connection was established/;
const CERTIFICATE_CODES = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|SSL_WRONG_VERSION/;

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
export function classifyNetworkFailure(error: unknown): NetworkFailure {
  const chain = causes(error);
  if (chain.some(isConnectFailure)) return "not-connected";
  if (chain.some(({ code }) => CERTIFICATE_CODES.test(code))) return "certificate";
  // Browsers say no more than TypeError. Others have a code, too.
  return error instanceof TypeError || chain.some(({ code }) => code) ? "interrupted" : "other";
}

interface Cause {
  readonly code: string;
  readonly syscall?: unknown;
  readonly message: string;
}

function isConnectFailure({ code, syscall, message }: Cause): boolean {
  return (
    CONNECT_CODES.test(code) ||
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    CONNECT_MESSAGES.test(message)
  );
}

/** The error, its causes, and those that an attempt at several addresses at once collects. */
function causes(error: unknown, depth = 0): Cause[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const { code, syscall, message } = error as Error & Partial<Cause>;
  const inner: unknown[] =
    error instanceof AggregateError ? [error.cause, ...(error.errors as unknown[])] : [error.cause];
  const chain = inner.flatMap((one) => causes(one, depth + 1));
  return [{ code: typeof code === "string" ? code : "", syscall, message }, ...chain];
}
