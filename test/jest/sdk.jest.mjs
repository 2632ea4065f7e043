import { createServer } from "node:http";
import { expect, test } from "@jest/globals";
import { apiKey, createClient } from "../../dist/index.js";

/** Run by Jest, whose realm has classes of errors of its own: `npm run verify -- jest`. */

const auth = apiKey({ key: "key", secret: "secret" });
const environmentsAt = (server) =>
  createClient({ baseUrl: `http://127.0.0.1:${server.address().port}`, auth, retry: { baseDelayMs: 1 } }).org
    .v2.environments;

async function listen(respond) {
  const server = createServer(respond);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function close(server) {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

test("a call is retried, and resolves to its data", async () => {
  let requests = 0;
  const server = await listen((_, response) => {
    response.writeHead(requests++ === 0 ? 503 : 200, { "content-type": "application/json" });
    response.end('{"id":"env-1"}');
  });
  expect(await environmentsAt(server).get("env-1")).toEqual({ id: "env-1" });
  expect(requests).toBe(2);
  await close(server);
});

test("a refused connection is made again, also for a write, and is named", async () => {
  const server = await listen(() => undefined);
  const environments = environmentsAt(server);
  await close(server);
  const error = await environments.create({ display_name: "one" }).catch((reason) => reason);
  expect(error.name).toBe("ConnectionError");
  expect(error.message).toContain("ECONNREFUSED");
  expect(error.attempts).toHaveLength(5);
  expect(error.maybeApplied).toBeUndefined();
});

test("a broken connection leaves open whether a write was applied", async () => {
  const server = await listen((_, response) => response.socket.destroy());
  const error = await environmentsAt(server)
    .create({ display_name: "one" })
    .catch((reason) => reason);
  expect(error).toMatchObject({ name: "ConnectionError", maybeApplied: true });
  await close(server);
});
