import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { respond, type ScriptedResponse } from "./respond.js";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves when the client goes away before the response is complete. */
  readonly abandoned: Promise<void>;
}

/** Gives the response, or writes the response itself and gives none. */
export type Responder = (
  request: ReceivedRequest,
  response: ServerResponse,
  index: number,
) => ScriptedResponse | undefined | Promise<ScriptedResponse | undefined>;

export interface LocalServer {
  readonly url: string;
  readonly server: Server;
  /** Breaks all connections, and stops the server. */
  readonly close: () => Promise<void>;
}

export interface TestServer extends LocalServer {
  /** What arrived so far, oldest first. */
  readonly requests: ReceivedRequest[];
  /** Resolves when that many requests have arrived, to the last of them. */
  readonly received: (count: number) => Promise<ReceivedRequest>;
}

/** Starts a real HTTP server on a free port, which closes at the end of the test. */
export async function listen(listener?: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, close };
}

/**
 * Starts a real HTTP server that records its requests. It sends the same response always, the responses of an array one
 * after the other, or those of a function.
 */
export async function serve(
  script: ScriptedResponse | readonly ScriptedResponse[] | Responder,
): Promise<TestServer> {
  const responder = toResponder(script);
  const requests: ReceivedRequest[] = [];
  const waiting: { count: number; resolve: (request: ReceivedRequest) => void }[] = [];

  const local = await listen((message, response) => {
    const abandoned = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished) resolve();
      });
    });
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const { method = "", url = "", headers } = message;
      const query = new URL(url, "http://localhost").searchParams;
      const request = { method, url, query, headers, body: Buffer.concat(chunks).toString(), abandoned };
      requests.push(request);
      for (const { count, resolve } of waiting) if (requests.length === count) resolve(request);
      void Promise.resolve(responder(request, response, requests.length - 1)).then((scripted) => {
        if (scripted !== undefined) respond(response, scripted);
      });
    });
  });
  return {
    ...local,
    requests,
    received: (count) => {
      const request = requests[count - 1];
      return request ? Promise.resolve(request) : new Promise((resolve) => waiting.push({ count, resolve }));
    },
  };
}

function toResponder(script: ScriptedResponse | readonly ScriptedResponse[] | Responder): Responder {
  if (typeof script === "function") return script;
  if (!Array.isArray(script)) return () => script as ScriptedResponse;
  const responses = script as readonly ScriptedResponse[];
  return (_request, _response, index) =>
    responses[index] ?? { status: 500, body: "the test has no response left" };
}
