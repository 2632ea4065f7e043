import type { IncomingMessage, ServerResponse } from "node:http";
import { respond, type ScriptedResponse } from "../support/respond.js";
import { listen } from "../support/server.js";
import { pick } from "./random.js";

/** The relative frequency of each. */
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

/** Responses that say that the request was not carried out. */
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

  const { url, server, close } = await listen((request, response) => {
    const call = String(request.headers["x-call"]);
    if (received.has(call)) receivedAgain.push(call);
    const fate = pick(FATES, random);
    fates.set(fate, (fates.get(fate) ?? 0) + 1);
    if (!REFUSALS.has(fate)) received.add(call);
    request.on("error", () => undefined).resume();
    request.on("end", () => carryOut(fate, request, response, random));
  });
  server.on("connection", (socket) => {
    connections.opened++;
    connections.most = Math.max(connections.most, ++connections.open);
    socket.on("close", () => connections.open--);
  });
  return { url, fates, connections, receivedAgain, close };
}

const THING = JSON.stringify({ id: "thing-1", filler: "x".repeat(500) });

const FIXED: Readonly<Record<Exclude<Fate, "a success" | "a success, later">, ScriptedResponse>> = {
  "a 404": failure(404),
  "a 409": failure(409),
  "a 429": failure(429, { "retry-after": "0", "x-ratelimit-limit": "500" }),
  "a 429 that says how long": failure(429, { "retry-after": "1", "x-ratelimit-limit": "500" }),
  "a 429 that says nothing": json(429),
  "a 500": failure(500),
  "a 502 with HTML": html(502, "<html>Bad gateway</html>"),
  "a 503": failure(503),
  "a 503 with Retry-After": failure(503, { "retry-after": "0" }),
  "a 504": json(504),
  "a reset": "reset",
  "a closed connection": "close",
  "a reset in the body": "reset in body",
  "a body cut off": "truncate",
  "a stall": "stall",
  "a stall in the body": "stall in body",
  "HTML for a success": html(200, "<html>Welcome</html>"),
  "JSON cut off": json(200, THING.slice(0, 100)),
  "an empty success": json(200),
  "no HTTP": "garbage",
};

function carryOut(
  fate: Fate,
  request: IncomingMessage,
  response: ServerResponse,
  random: () => number,
): void {
  if (fate === "a success") respond(response, json(200, successBody(request)));
  else if (fate === "a success, later")
    setTimeout(() => respond(response, json(200, successBody(request))), random() * 30);
  else respond(response, FIXED[fate]);
}

function json(status: number, body = "", headers: Record<string, string> = {}): ScriptedResponse {
  return { status, body, headers: { "content-type": "application/json", ...headers } };
}

function html(status: number, body: string): ScriptedResponse {
  return { status, body, headers: { "content-type": "text/html" } };
}

function failure(status: number, headers?: Record<string, string>): ScriptedResponse {
  const body = JSON.stringify({ errors: [{ status: String(status), detail: "by chance" }] });
  return json(status, body, headers);
}

/** A thing, or one of three pages of things. */
function successBody({ method, url = "" }: IncomingMessage): string {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (method !== "GET" || pathname !== "/things") return THING;
  const page = Number(searchParams.get("page_token") ?? 1);
  const next = page < 3 ? `https://example.com/things?page_token=${page + 1}` : null;
  return JSON.stringify({ data: [{ id: `thing-${page}` }], metadata: { next } });
}
