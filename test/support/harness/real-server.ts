import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { buildClient } from "../../../src/client/build-client.js";
import { bearerToken, type ClientOptions } from "../../../src/index.js";
import type { Clock } from "../../../src/time/clock.js";
import { operations } from "./operations.js";
import type { Things } from "./things.js";

/** A server of the test's own, until the end of the test. */
export async function serve(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A clock on which every wait is over at once, and nothing times out. */
export const impatientClock: Clock = {
  now: () => 0,
  date: () => 0,
  random: () => 0.5,
  timer(ms, callback) {
    if (ms >= 10_000) return () => undefined;
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
};

/** A client of the small API that does not wait. */
export function thingsAt(baseUrl: string, options: ClientOptions = {}): Things {
  const settings = { auth: bearerToken("token"), baseUrl, ...options };
  return buildClient(settings, operations, impatientClock) as Things;
}
