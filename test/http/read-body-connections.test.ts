import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { ServerError } from "../../src/index.js";
import { thingsAt } from "../support/harness/things.js";
import { listen } from "../support/server.js";

/** Serves a failure with a body of a size at the first request for each path, then successes, and counts connections. */
async function serveFailures(
  bytes: number,
): Promise<{ url: string; opened: () => number; most: () => number }> {
  const open = new Set<Socket>();
  let opened = 0;
  let most = 0;
  const body = "x".repeat(bytes);
  const failed = new Set<string | undefined>();
  const { url, server } = await listen((request, response) => {
    const first = !failed.has(request.url);
    failed.add(request.url);
    if (first) response.writeHead(500, { "content-type": "text/plain" }).end(body);
    else response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.on("connection", (socket) => {
    opened++;
    open.add(socket);
    most = Math.max(most, open.size);
    socket.on("close", () => open.delete(socket));
  });
  return { url, opened: () => opened, most: () => most };
}

test("200 retried responses of 200 KB need no more than two connections", async () => {
  const { url, opened } = await serveFailures(200_000);
  const { things } = thingsAt(url);
  for (let call = 0; call < 200; call++) await things.get(`thing-${call}`);
  expect(opened()).toBeLessThanOrEqual(2);
});

test("a failure with an endless body is read only up to a limit, and costs its connection", async () => {
  let written = 0;
  const { url } = await listen((_, response) => {
    response.writeHead(500, { "content-type": "text/plain" });
    const chunk = "x".repeat(65_536);
    const write = (): void => {
      while (!response.destroyed) {
        written += chunk.length;
        if (!response.write(chunk)) return void response.once("drain", write);
      }
    };
    write();
  });
  const error = await thingsAt(url, { retry: false })
    .things.get("thing-1")
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ServerError);
  // The rest is in the buffers of the connection.
  expect(written).toBeLessThan(20_000_000);
});

test("failures of concurrent calls need connections for those calls, not one for each failure", async () => {
  const { url, most } = await serveFailures(200_000);
  const { things } = thingsAt(url, { maxConcurrency: 5 });
  await Promise.all(Array.from({ length: 100 }, (_, call) => things.get(`thing-${call}`)));
  // A request may open a connection while that of the last response is not free yet.
  expect(most()).toBeLessThanOrEqual(10);
});
