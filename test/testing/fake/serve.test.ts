import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apiKey, createClient, NotFoundError } from "../../../src/index.js";
import { createFakeConfluent, serveFake, SetupError, type FakeServing } from "../../../src/testing/index.js";
import { listen } from "../../support/server.js";

const fake = createFakeConfluent();
const authorization = `Basic ${btoa("key:secret")}`;
const PATH = "/org/v2/environments";
const PAGE = "https://page.example";

let server: FakeServing;
beforeEach(async () => {
  fake.reset();
  server = await serveFake(fake);
});
afterEach(() => server.close());

/** As a client in any language sends it. */
async function send(
  path: string,
  { headers, ...init }: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(server.url + path, { ...init, headers: { authorization, ...headers } });
}

/** Sends what no client of HTTP would, and gives all that comes back. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (received += chunk));
  socket.write(text);
  await once(socket, "close");
  return received;
}

test("one client sees what another has created", async () => {
  const body = JSON.stringify({ display_name: "prod" });
  const created = await send(PATH, { method: "POST", body, headers: { "content-type": "application/json" } });
  expect(created.status).toBe(201);
  const { id } = (await created.json()) as { readonly id: string };

  const confluent = createClient({ baseUrl: server.url, auth: apiKey({ key: "key", secret: "secret" }) });
  expect(await confluent.org.v2.environments.list().toArray()).toMatchObject([{ id, display_name: "prod" }]);
  expect((await send(`${PATH}/${id}`, { method: "DELETE" })).status).toBe(204);
  await expect(confluent.org.v2.environments.get(id)).rejects.toThrow(NotFoundError);
});

test("an idle connection is kept for longer than a busy machine delays a client", async () => {
  expect((await send(PATH)).headers.get("keep-alive")).toBe("timeout=60");
});

test("a request without credentials is refused, and one for nothing is not found", async () => {
  expect((await fetch(server.url + PATH)).status).toBe(401);
  expect((await send("/org/v2/nothing")).status).toBe(404);
  expect((await send(PATH, { method: "HEAD" })).status).toBe(405);
});

test("no headers for other origins unless they are asked for", async () => {
  const preflight = { origin: PAGE, "access-control-request-method": "POST" };
  for (const response of [
    await send(PATH, { headers: { origin: PAGE } }),
    await send(PATH, { method: "OPTIONS", headers: preflight }),
  ]) {
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  }
});

test("with `cors`, a preflight is answered, and every response may be read, failures too", async () => {
  const open = await serveFake(fake, { cors: true });
  const headers = {
    origin: PAGE,
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization, content-type",
  };
  const preflight = await fetch(open.url + PATH, { method: "OPTIONS", headers });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    "access-control-allow-origin": PAGE,
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": "authorization, content-type",
  });
  expect(fake.requests).toEqual([]);
  for (const given of [{ origin: PAGE, authorization }, { origin: PAGE }]) {
    const response = await fetch(open.url + PATH, { headers: given });
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("vary")).toBe("origin");
  }
  await open.close();
});

test("closing releases the port, and a second time does nothing", async () => {
  const port = Number(new URL(server.url).port);
  await Promise.all([server.close(), server.close()]);
  const again = await serveFake(fake, { port });
  expect(again.url).toBe(server.url);
  expect((await send(PATH)).status).toBe(200);
  await again.close();
});

test("a connection that is kept alive does not hold up closing", async () => {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`GET ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${authorization}\r\n\r\n`);
  await once(socket, "data");
  const gone = once(socket, "close");
  await server.close();
  await gone;
});

test("a request that waits does not hold up closing, and ends with its connection", async () => {
  fake.delay(2_147_483_647);
  const waiting = send(PATH).catch((error: unknown) => error);
  await vi.waitFor(() => expect(fake.requests).toHaveLength(1));
  await server.close();
  expect(await waiting).toBeInstanceOf(TypeError);
  expect(fake.requests[0]?.status).toBeUndefined();
});

test("a response that the test lets break off breaks off after its first half", async () => {
  fake.seed("org.v2.environments", [{ display_name: "prod" }]);
  fake.truncate();
  const response = await send(PATH);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow("terminated");
});

test("without a network, the connection breaks before a response", async () => {
  fake.fail("network");
  await expect(send(PATH)).rejects.toThrow("fetch failed");
});

test("a handler that throws is a 500 that says why", async () => {
  fake.on("listOrgV2Environments", () => {
    throw new Error("the handler has a bug");
  });
  const response = await send(PATH);
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ errors: [{ status: "500", detail: "the handler has a bug" }] });
});

test.each([
  ["400 unknown members", Array.from({ length: 400 }, (_, index) => `unknown_member_${index}`)],
  ["a member whose name is long", ["x".repeat(30_000), "y"]],
  ["a member whose name grows when it is escaped", ["\u00e9".repeat(5_000), "y"]],
])("what is wrong fits in a header: %s", async (_, names) => {
  const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, 1])));
  const response = await send(PATH, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  expect(response.status).toBe(422);
  const header = response.headers.get("sl-violations") ?? "";
  expect(header.length).toBeLessThan(8_200);
  const violations = JSON.parse(header) as readonly { code: string; message: string }[];
  // The name is required, too.
  const left = names.length + 1 - (violations.length - 1);
  expect(violations.at(-1)).toMatchObject({ code: "more", message: `and ${left} more` });
  expect(violations[0]).toMatchObject({ code: "required" });
});

test("a request that `fetch` could not have sent is a 400, and the server goes on", async () => {
  for (const text of [
    "TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    "GET / HTTP/1.1\r\nHost: a b\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n",
  ]) {
    expect(await sendRaw(`${text}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  }
  expect((await send(PATH)).status).toBe(200);
});

test("a whole address, as proxies are sent, is that of its path", async () => {
  const head = `GET http://api.confluent.cloud${PATH} HTTP/1.1\r\nHost: api.confluent.cloud\r\n`;
  const received = await sendRaw(`${head}Authorization: ${authorization}\r\nConnection: close\r\n\r\n`);
  expect(received).toMatch(/^HTTP\/1\.1 200 /);
});

test("a port that is in use, and one that there is not, are errors that name it", async () => {
  const taken = await listen();
  const { port } = taken.server.address() as AddressInfo;
  await expect(serveFake(fake, { port })).rejects.toThrow(
    new SetupError(`port ${port} is in use: choose another one, or 0 for any that is free`),
  );
  await expect(serveFake(fake, { port: 65_536 })).rejects.toThrow(
    new SetupError("the port must be a whole number from 0 to 65535, not 65536"),
  );
});

test("where a resource is, is left out when it does not fit in a header", async () => {
  const create = async (topic: string): Promise<Response> =>
    send("/rtce/v1/rtce-topics", {
      method: "POST",
      body: JSON.stringify({
        spec: {
          cloud: "AWS",
          region: "us-west-2",
          description: "Orders.",
          environment: { id: "env-00000" },
          kafka_cluster: { id: "lkc-00000" },
          topic_name: topic,
        },
      }),
      headers: { "content-type": "application/json" },
    });
  expect((await create("short")).headers.get("location")).toBe(`${server.url}/rtce/v1/rtce-topics/short`);
  const long = await create("\u00e4".repeat(20_000));
  expect(long.status).toBe(202);
  expect(long.headers.has("location")).toBe(false);
});
