/** Requests and responses between Node's HTTP server and `fetch`. */

import type { IncomingMessage, ServerResponse } from "node:http";

/** A request that no `Request` can be made of. */
export class BadRequestError extends Error {}

/** @throws {BadRequestError} for a method, an address or a header that `fetch` could not have sent */
export async function readRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const { method = "GET", url = "/" } = incoming;
  const body =
    chunks.length > 0 && method !== "GET" && method !== "HEAD" ? { body: Buffer.concat(chunks) } : {};
  // Proxies are sent whole addresses.
  const address = url.startsWith("/") ? `http://${incoming.headers.host ?? "127.0.0.1"}${url}` : url;
  try {
    return new Request(address, { method, headers, signal, ...body });
  } catch (error) {
    throw new BadRequestError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Sends a response. One that breaks off rejects, after what came before has been sent. */
export async function sendResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(response.status);
  if (response.body) for await (const chunk of response.body) await write(outgoing, chunk);
  outgoing.end();
}

async function write(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    outgoing.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
