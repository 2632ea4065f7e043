import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly url: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves when the client goes away before the answer is complete. */
  readonly abandoned: Promise<void>;
}

/** An answer; a body that is no string is sent as JSON. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Gives the answer, or deals with the response itself and gives none. */
export type Answerer = (
  request: ReceivedRequest,
  response: ServerResponse,
  index: number,
) => Answer | undefined | Promise<Answer | undefined>;

export interface TestServer {
  readonly url: string;
  /** What arrived so far, oldest first. */
  readonly requests: ReceivedRequest[];
  /** Resolves once that many requests have arrived. */
  received(count: number): Promise<ReceivedRequest>;
  close(): Promise<void>;
}

/**
 * Starts a real HTTP server on a free port, which closes with the test. It gives the same answer always, the answers of
 * an array one after the other, or those of a function.
 */
export async function serve(answer: Answer | readonly Answer[] | Answerer): Promise<TestServer> {
  const answerer = toAnswerer(answer);
  const requests: ReceivedRequest[] = [];
  const waiting: { count: number; resolve: (request: ReceivedRequest) => void }[] = [];

  const server = createServer((message, response) => {
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
      void Promise.resolve(answerer(request, response, requests.length - 1)).then((given) => {
        if (given) send(response, given);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    received: (count) => {
      const request = requests[count - 1];
      return request ? Promise.resolve(request) : new Promise((resolve) => waiting.push({ count, resolve }));
    },
    close,
  };
}

function toAnswerer(answer: Answer | readonly Answer[] | Answerer): Answerer {
  if (typeof answer === "function") return answer;
  if (!Array.isArray(answer)) return () => answer as Answer;
  const answers = answer as readonly Answer[];
  return (_request, _response, index) =>
    answers[index] ?? { status: 500, body: "the test has no answer left" };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const isText = typeof body === "string";
  response.statusCode = status;
  if (body !== undefined && !isText) response.setHeader("Content-Type", "application/json");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body === undefined || isText ? body : JSON.stringify(body));
}
