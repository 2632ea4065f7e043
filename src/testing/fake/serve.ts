import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeConfluent } from "./create-fake.js";

/** Settings of a server. */
export interface ServeOptions {
  /**
   * The port on 127.0.0.1.
   *
   * @default 0, which takes a free one
   */
  port?: number;
  /**
   * Whether pages of other origins may call it from a browser.
   *
   * @default false
   */
  cors?: boolean;
}

/** A fake that listens. */
export interface FakeServing {
  /** Its base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Stops listening. */
  close(): Promise<void>;
}

/**
 * Serves a fake over HTTP, for clients in other processes and other languages. It listens on 127.0.0.1 alone.
 *
 * @throws {Error} when the port is taken
 * @example
 * const { url, close } = await serveFake(createFakeConfluent(), { port: 4010 });
 */
export async function serveFake(
  fake: FakeConfluent,
  { port = 0, cors = false }: ServeOptions = {},
): Promise<FakeServing> {
  const server = createServer((incoming, outgoing) => {
    respond(fake, incoming, outgoing, cors).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
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
  if (
    cors &&
    incoming.method === "OPTIONS" &&
    incoming.headers["access-control-request-method"] !== undefined
  ) {
    outgoing.writeHead(204).end();
    return;
  }
  const response = await fake.fetch(await toRequest(incoming));
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  outgoing.writeHead(response.status);
  // A response that breaks off does so here too, after what came before.
  if (response.body) for await (const chunk of response.body) outgoing.write(chunk);
  outgoing.end();
}

function allow(incoming: IncomingMessage, outgoing: ServerResponse, origin: string): void {
  const { "access-control-request-headers": headers } = incoming.headers;
  outgoing.setHeader("access-control-allow-origin", origin);
  outgoing.setHeader("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
  outgoing.setHeader("access-control-expose-headers", "*");
  outgoing.setHeader("vary", "origin");
  if (headers !== undefined) outgoing.setHeader("access-control-allow-headers", headers);
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const { method = "GET", url = "/" } = incoming;
  const body =
    chunks.length > 0 && method !== "GET" && method !== "HEAD" ? { body: Buffer.concat(chunks) } : {};
  return new Request(`http://${incoming.headers.host ?? "127.0.0.1"}${url}`, { method, headers, ...body });
}
