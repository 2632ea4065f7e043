/** The codes of Node, Bun and Deno for a connection that could not be established, so that nothing was sent. */
const CONNECT_CODES =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
/** Bun and Deno say the same in the message only. */
const CONNECT_MESSAGES = /client error \(Connect\)|before secure TLS connection was established/;
const CERTIFICATE_CODES = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|SSL_WRONG_VERSION/;

/** What an error of `fetch` says about the request. */
export type NetworkFailure =
  /** No connection was established; nothing was sent. */
  | "not-connected"
  /** The connection broke; the service may have received the request. */
  | "interrupted"
  /** The server's certificate or its TLS was not accepted; nothing was sent, and a retry would not help. */
  | "certificate"
  /** Not a failure of the network: a fault in a `fetch` of the caller's own. A retry would not help. */
  | "other";

/** Finds out what kind of failure `fetch` rejected with. */
export function classifyNetworkFailure(error: unknown): NetworkFailure {
  const chain = causes(error);
  if (chain.some(isConnectFailure)) return "not-connected";
  if (chain.some(({ code }) => CERTIFICATE_CODES.test(code))) return "certificate";
  // A browser only throws a TypeError; the other runtimes set a code too.
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

/** The error, its causes, and the errors that an attempt to connect to several addresses collects. */
function causes(error: unknown, depth = 0): Cause[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const { code, syscall, message } = error as Error & Partial<Cause>;
  const inner: unknown[] =
    error instanceof AggregateError ? [error.cause, ...(error.errors as unknown[])] : [error.cause];
  const chain = inner.flatMap((one) => causes(one, depth + 1));
  return [{ code: typeof code === "string" ? code : "", syscall, message }, ...chain];
}
