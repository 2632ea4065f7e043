import { createServer, request as forward } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Proxy {
  readonly url: string;
  /** What it was asked for, as `CONNECT host:port` or `GET url`. */
  readonly requests: readonly string[];
}

/**
 * Starts an HTTP proxy that opens tunnels and forwards requests, until the end of the test.
 *
 * @param refusal the status that it refuses every tunnel with, in place of opening it
 */
export async function startProxy(refusal?: number): Promise<Proxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    requests.push(`${method} ${url}`);
    const upstream = forward(url, { method, headers }, (received) => {
      response.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(response);
    });
    upstream.on("error", () => response.destroy());
    request.pipe(upstream);
  });
  server.on("connect", ({ url = "" }, socket) => {
    requests.push(`CONNECT ${url}`);
    if (refusal !== undefined) return socket.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`);
    const { hostname, port } = new URL(`http://${url}`);
    const tunnel = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      tunnel.pipe(socket).pipe(tunnel);
    });
    tunnel.on("error", () => socket.destroy());
    socket.on("error", () => tunnel.destroy());
    return socket;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
