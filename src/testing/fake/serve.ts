import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { KEEP_ALIVE_MS } from "../keep-alive.js";
import { checkPort, portProblem } from "../port.js";
import { SetupError } from "../setup-error.js";
import type { FakeConfluent } from "./create-fake.js";
import { NoNetworkError } from "./no-network-error.js";
import { BadRequestError, readRequest, sendResponse } from "./node-http.js";

/** Settings of a server. */
export interface ServeOptions {
  /**
   * The port on 127.0.0.1: 0 to 65535.
   *
   * @default 0, which takes a free one
   */
  port?: number;
  /**
   * Whether pages of other origins may call it from a browser: it answers their preflights, and allows their origin.
   *
   * @default false
   */
  cors?: boolean;
}

/** A fake that listens. */
export interface FakeServing {
  /** Its base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Stops listening, and breaks all connections; resolves when the port is free. A second call does nothing. */
  close(): Promise<void>;
}

/**
 * Serves a fake over HTTP, for clients in other processes and other languages. It listens on 127.0.0.1 alone.
 *
 * A request that the fake cannot respond to, as a handler of `fake.on` throws, gets a 500 that says why.
 *
 * @throws {SetupError} when the port is in use, or is none
 * @example
 * const { url, close } = await serveFake(createFakeConfluent(), { port: 4010 });
 */
export async function serveFake(
  fake: FakeConfluent,
  { port = 0, cors = false }: ServeOptions = {},
): Promise<FakeServing> {
  checkPort(port);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) => {
    respond(fake, incoming, outgoing, cors).catch((error: unknown) => refuse(outgoing, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const problem = portProblem(error, port);
      reject(problem === undefined ? error : new SetupError(problem, { cause: error }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      (closed ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })),
  };
}

async function respond(
  fake: FakeConfluent,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  cors: boolean,
): Promise<void> {
  const { origin } = incoming.headers;
  if (cors && origin !== undefined) allow(incoming, outgoing, origin);
  if (cors && isPreflight(incoming)) {
    outgoing.writeHead(204).end();
    return;
  }
  const caller = new AbortController();
  outgoing.once("close", () => caller.abort());
  await sendResponse(outgoing, await fake.fetch(await readRequest(incoming, caller.signal)));
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

function allow(incoming: IncomingMessage, outgoing: ServerResponse, origin: string): void {
  const { "access-control-request-headers": headers } = incoming.headers;
  outgoing.setHeader("access-control-allow-origin", origin);
  outgoing.setHeader("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
  outgoing.setHeader("access-control-expose-headers", "*");
  outgoing.setHeader("vary", "origin");
  if (headers !== undefined) outgoing.setHeader("access-control-allow-headers", headers);
}

/** A response that was begun breaks off, and none comes where the test wants none; else the caller is told why. */
function refuse(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent || outgoing.destroyed || error instanceof NoNetworkError) {
    outgoing.destroy();
    return;
  }
  const status = error instanceof BadRequestError ? 400 : 500;
  const detail = error instanceof Error ? error.message : String(error);
  const body = JSON.stringify({ errors: [{ status: String(status), detail }] });
  outgoing.writeHead(status, { "content-type": "application/json" }).end(body);
}
