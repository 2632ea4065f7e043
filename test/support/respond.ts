import type { ServerResponse } from "node:http";

/** What a local server does with a request. */
export type ScriptedResponse = Fault | CompleteResponse;

export interface CompleteResponse {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string, or bytes, are sent as they are. */
  readonly body?: unknown;
  /** True to send only a part of a body, and no end. */
  readonly stalls?: boolean;
}

export type Fault =
  /** The connection is reset before a response … */
  | "reset"
  /** … or within its body. */
  | "reset in body"
  /** The connection is closed without a response … */
  | "close"
  /** … or within its body. */
  | "truncate"
  /** Nothing is sent … */
  | "stall"
  /** … or only a part of the body. */
  | "stall in body"
  /** What is sent is not HTTP. */
  | "garbage";

const PART = '{"id": "thi';

/**
 * Sends a scripted response.
 *
 * @param onStall called when all is sent that a stalled response sends
 */
export function respond(
  response: ServerResponse,
  scripted: ScriptedResponse,
  onStall: () => void = () => undefined,
): void {
  if (typeof scripted === "string") return fail(response, scripted, onStall);
  const { status = 200, headers = {}, body, stalls = false } = scripted;
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  response.statusCode = status;
  if (body !== undefined && !isRaw) response.setHeader("Content-Type", "application/json");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (stalls) return void response.write(PART, onStall);
  response.end(body === undefined || isRaw ? body : JSON.stringify(body));
}

function fail(response: ServerResponse, fault: Fault, onStall: () => void): void {
  const { socket } = response;
  const beginBody = (then: () => void): void => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write(PART, then);
  };
  switch (fault) {
    case "reset":
      return void socket?.resetAndDestroy();
    case "reset in body":
      return beginBody(() => socket?.resetAndDestroy());
    case "close":
      return void socket?.end();
    case "truncate":
      return beginBody(() => socket?.end());
    case "stall":
      return onStall();
    case "stall in body":
      return beginBody(onStall);
    case "garbage":
      return void socket?.end("This is not HTTP.\r\n\r\n");
  }
}
