import { errorChain, isErrorLike, type ErrorLike } from "../util/error-like.js";

/** The codes of Node, Bun and Deno for a connection that could not be established, so that nothing was sent. */
const CONNECT_CODES =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;
/** Bun and Deno say the same in the message only. */
const CONNECT_MESSAGES = /client error \(Connect\)|before secure TLS connection was established/;

/**
 * TLS that one side did not accept: the certificate, or an alert of the handshake. Other alerts, such as of a bad record, may
 * come after the request.
 */
const TLS_CODES =
  /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|^EPROTO$|^ERR_TLS_|^ERR_SSL_(WRONG_VERSION|UNSUPPORTED_PROTOCOL|NO_|UNSAFE_|PACKET_LENGTH|\w+_KEY_TOO_SMALL)|^ERR_SSL_.*(HANDSHAKE_FAILURE|PROTOCOL_VERSION|INSUFFICIENT_SECURITY|UNRECOGNIZED_NAME|UNKNOWN_CA|ACCESS_DENIED|NO_APPLICATION_PROTOCOL|NO_RENEGOTIATION)$/;
const TLS_MESSAGES = /invalid peer certificate|received fatal alert|unknown certificate verification error/;

/** A proxy that opened no tunnel, in the words of undici, Node's `http` and Deno. */
const PROXY_CODES = /^ERR_PROXY_(INVALID_CONFIG|TUNNEL)$/;
const PROXY_MESSAGES = /Proxy response \(\d+\) !== 200|tunnel error|unsuccessful tunnel/;

/** An argument that `fetch` or Node's `http` did not take. */
const ARGUMENT_CODES =
  /^(ERR_INVALID_URL|ERR_INVALID_CHAR|ERR_INVALID_HTTP_TOKEN|ERR_INVALID_PROTOCOL|ERR_UNESCAPED_CHARACTERS|UND_ERR_INVALID_ARG)$/;
const ARGUMENT_MESSAGES =
  /Failed to parse URL|Invalid URL|unknown scheme|bad port|includes credentials|Only absolute URLs|Only HTTP\(S\) protocols|URL scheme .+ is not supported|Failed to (construct 'Request'|execute 'fetch')|Request constructor:/;

/** What an error of `fetch` says about the request. */
export type NetworkFailure =
  /** No connection was established; nothing was sent. */
  | "not-connected"
  /** The connection broke; the service may have received the request. */
  | "interrupted"
  /** Refused before anything was sent: by TLS, by a proxy, or by `fetch` itself. A retry would not help. */
  | "not-sent"
  /** Not a failure of the network: a fault in a `fetch` of the caller's own. A retry would not help. */
  | "other";

/** Finds out what kind of failure `fetch` rejected with. */
export function classifyNetworkFailure(error: unknown): NetworkFailure {
  const chain = errorChain(error);
  if (chain.some(isRefused)) return "not-sent";
  if (chain.some(isConnectFailure)) return "not-connected";
  // A browser only throws a TypeError; the other runtimes set a code too.
  const isNetworkError = isErrorLike(error) && error.name === "TypeError";
  return isNetworkError || chain.some((one) => codeOf(one) !== "") ? "interrupted" : "other";
}

/** Why `fetch` rejected: it says "fetch failed", and its cause why. */
export function reasonOf(error: unknown): string {
  const refusal = errorChain(error).find(isProxyRefusal);
  if (refusal) return `the proxy opened no connection: ${refusal.message}`;
  if (!isErrorLike(error))
    return typeof error === "object" && error ? "an object that is no error" : String(error);
  const { cause } = error;
  return isErrorLike(cause) ? cause.message || codeOf(cause) || cause.name : error.message;
}

function isProxyRefusal(error: ErrorLike): boolean {
  return PROXY_CODES.test(codeOf(error)) || PROXY_MESSAGES.test(error.message);
}

function isRefused(error: ErrorLike): boolean {
  const [code, { message }] = [codeOf(error), error];
  return (
    isProxyRefusal(error) ||
    TLS_CODES.test(code) ||
    TLS_MESSAGES.test(message) ||
    ARGUMENT_CODES.test(code) ||
    ARGUMENT_MESSAGES.test(message)
  );
}

function isConnectFailure(error: ErrorLike): boolean {
  const { message, syscall } = error as ErrorLike & { readonly syscall?: unknown };
  return (
    CONNECT_CODES.test(codeOf(error)) ||
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    CONNECT_MESSAGES.test(message)
  );
}

/** A `DOMException` has a number, which says nothing about the network. */
function codeOf({ code }: ErrorLike): string {
  return typeof code === "string" ? code : "";
}
