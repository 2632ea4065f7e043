import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pick } from "./random.js";

/** How often each thing happens; the sum is what one of them is compared to. */
const FATES = {
  "a success": 600,
  "a success, later": 60,
  "a 404": 20,
  "a 409": 20,
  "a 429": 30,
  "a 429 that says how long": 1,
  "a 429 that says nothing": 1,
  "a 500": 30,
  "a 502 with HTML": 30,
  "a 503": 20,
  "a 503 with Retry-After": 30,
  "a 504": 10,
  "a reset": 25,
  "a closed connection": 25,
  "a reset in the body": 20,
  "a body cut off": 20,
  "a stall": 15,
  "a stall in the body": 15,
  "HTML for a success": 10,
  "JSON cut off": 10,
  "an empty success": 10,
  "no HTTP": 10,
} as const;
export type Fate = keyof typeof FATES;

/** Answers that say that the request was not carried out. */
const REFUSALS = new Set<Fate>([
  "a 429",
  "a 429 that says how long",
  "a 429 that says nothing",
  "a 503 with Retry-After",
]);

export interface FaultyServer {
  readonly url: string;
  /** How often each thing happened. */
  readonly fates: ReadonlyMap<Fate, number>;
  readonly connections: { readonly open: number; readonly most: number; readonly opened: number };
  /** The calls whose request was received again although it had not been refused. */
  readonly receivedAgain: readonly string[];
  close(): Promise<void>;
}

/** A server that decides by chance what becomes of each request. The header `x-call` names the call it belongs to. */
export async function startFaultyServer(random: () => number): Promise<FaultyServer> {
  const fates = new Map<Fate, number>();
  const connections = { open: 0, most: 0, opened: 0 };
  const received = new Set<string>();
  const receivedAgain: string[] = [];

  const server = createServer((request, response) => {
    const call = String(request.headers["x-call"]);
    if (received.has(call)) receivedAgain.push(call);
    const fate = pick(FATES, random);
    fates.set(fate, (fates.get(fate) ?? 0) + 1);
    if (!REFUSALS.has(fate)) received.add(call);
    request.on("error", () => undefined).resume();
    request.on("end", () => answer(fate, request, response, random));
  });
  server.on("connection", (socket) => {
    connections.opened++;
    connections.most = Math.max(connections.most, ++connections.open);
    socket.on("close", () => connections.open--);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fates,
    connections,
    receivedAgain,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const THING = JSON.stringify({ id: "thing-1", filler: "x".repeat(500) });

function answer(fate: Fate, request: IncomingMessage, response: ServerResponse, random: () => number): void {
  const { socket } = request;
  const send = (status: number, body = "", headers: Record<string, string> = {}): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };
  const beginBody = (then: () => void): void => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write(THING.slice(0, 100), then);
  };
  const fail = (status: number, headers?: Record<string, string>): void =>
    send(status, JSON.stringify({ errors: [{ status: String(status), detail: "by chance" }] }), headers);
  const html = { "content-type": "text/html" };
  const actions: Record<Fate, () => unknown> = {
    "a success": () => send(200, successBody(request)),
    "a success, later": () => setTimeout(() => send(200, successBody(request)), random() * 30),
    "a 404": () => fail(404),
    "a 409": () => fail(409),
    "a 429": () => fail(429, { "retry-after": "0", "x-ratelimit-limit": "500" }),
    "a 429 that says how long": () => fail(429, { "retry-after": "1", "x-ratelimit-limit": "500" }),
    "a 429 that says nothing": () => send(429),
    "a 500": () => fail(500),
    "a 502 with HTML": () => send(502, "<html>Bad gateway</html>", html),
    "a 503": () => fail(503),
    "a 503 with Retry-After": () => fail(503, { "retry-after": "0" }),
    "a 504": () => send(504),
    "a reset": () => socket.resetAndDestroy(),
    "a closed connection": () => socket.end(),
    "a reset in the body": () => beginBody(() => socket.resetAndDestroy()),
    "a body cut off": () => beginBody(() => socket.end()),
    "a stall": () => undefined,
    "a stall in the body": () => beginBody(() => undefined),
    "HTML for a success": () => send(200, "<html>Welcome</html>", html),
    "JSON cut off": () => send(200, THING.slice(0, 100)),
    "an empty success": () => send(200),
    "no HTTP": () => socket.end("This is not HTTP.\r\n\r\n"),
  };
  actions[fate]();
}

/** A thing, or one of three pages of things. */
function successBody({ method, url = "" }: IncomingMessage): string {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (method !== "GET" || pathname !== "/things") return THING;
  const page = Number(searchParams.get("page_token") ?? 1);
  const next = page < 3 ? `https://example.com/things?page_token=${page + 1}` : null;
  return JSON.stringify({ data: [{ id: `thing-${page}` }], metadata: { next } });
}
