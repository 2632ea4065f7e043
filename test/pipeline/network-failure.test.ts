import { createServer as createHttpServer } from "node:http";
import { createServer, type AddressInfo, type Server } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { ConnectionError } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";
import { thingsAt } from "../support/harness/things.js";

/** Errors of the `fetch` of each runtime, for faults that cannot be produced on one machine. */
function failed(message: string, properties: object): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), properties) });
}

const connect: Record<string, Error> = {
  "a connect timeout (Node)": failed("Connect Timeout Error", { code: "UND_ERR_CONNECT_TIMEOUT" }),
  "an unreachable host (Node)": failed("connect EHOSTUNREACH 10.0.0.1:443", {
    code: "EHOSTUNREACH",
    syscall: "connect",
  }),
  "several addresses that all refuse (Node)": new TypeError("fetch failed", {
    cause: new AggregateError([Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })]),
  }),
  "a connect timeout of the kernel (Node)": failed("connect ETIMEDOUT", {
    code: "ETIMEDOUT",
    syscall: "connect",
  }),
  "a refused connection (Bun)": Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" }),
  "a refused connection (Deno)": new TypeError(
    "error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error",
  ),
};

const refused: Record<string, Error> = {
  "a certificate of its own": failed("self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
  "a certificate for another host": failed("Hostname/IP does not match certificate's altnames", {
    code: "ERR_TLS_CERT_ALTNAME_INVALID",
  }),
  "a handshake that ends with an alert": failed("sslv3 alert handshake failure", {
    code: "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
  }),
  "a version of TLS that is too old": failed("tlsv1 alert protocol version", {
    code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
  }),
  "a certificate that Deno does not accept": new TypeError(
    "error sending request for url (https://a.example/): client error (Connect): invalid peer certificate: UnknownIssuer",
  ),
  "a proxy that opens no tunnel": failed("Request was cancelled.", {
    code: "UND_ERR_ABORTED",
    cause: new Error("Proxy response (407) !== 200 when HTTP Tunneling"),
  }),
  "an invalid URL": new TypeError("Failed to parse URL from https://"),
  "a port that fetch blocks": new TypeError("fetch failed", { cause: new Error("bad port") }),
  "an invalid argument": failed("invalid transfer-encoding header", { code: "UND_ERR_INVALID_ARG" }),
  "a certificate of unknown origin": failed("unable to verify the first certificate", {
    code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  }),
};

const broken: Record<string, Error> = {
  "a bad record of TLS, which may follow the request": failed("sslv3 alert bad record mac", {
    code: "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC",
  }),
  "a broken connection (Node)": failed("other side closed", { code: "UND_ERR_SOCKET" }),
  "a broken connection (browsers)": new TypeError("Failed to fetch"),
  "a broken connection (Bun)": Object.assign(new Error("The socket connection was closed"), {
    code: "ECONNRESET",
  }),
};

/** Fails the first attempt, and counts attempts. */
async function attemptsAfter(error: Error, method: "get" | "create"): Promise<[number, unknown]> {
  let attempts = 0;
  const fetch = (request: Request, init?: RequestInit): Promise<Response> =>
    attempts++ === 0 ? Promise.reject(error) : globalThis.fetch(request, init);
  const { confluent, run } = await openHarness({ fetch });
  const call = method === "get" ? confluent.things.get("a") : confluent.things.create({});
  const outcome = await run(call.catch((thrown: unknown) => thrown));
  return [attempts, outcome];
}

describe.each(Object.entries(connect))("%s", (_, error) => {
  test("means that nothing was sent: a write is retried", async () => {
    expect(await attemptsAfter(error, "create")).toEqual([2, { id: "thing-1" }]);
  });
});

describe.each(Object.entries(broken))("%s", (_, error) => {
  test("leaves open whether the request arrived: a read is retried, a write is not", async () => {
    expect(await attemptsAfter(error, "get")).toEqual([2, { id: "thing-1" }]);
    const [attempts, failure] = await attemptsAfter(error, "create");
    expect(attempts).toBe(1);
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({ maybeApplied: true, cause: error });
  });
});

describe.each(Object.entries(refused))("%s", (_, error) => {
  test("is final, and means that nothing was sent", async () => {
    const [attempts, failure] = await attemptsAfter(error, "create");
    expect(attempts).toBe(1);
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).not.toHaveProperty("maybeApplied");
  });
});

test("an error of the caller's own `fetch` that is not of the network is not retried", async () => {
  const [attempts, failure] = await attemptsAfter(new Error("not a function"), "get");
  expect(attempts).toBe(1);
  expect((failure as Error).message).toContain("not a function (getThing)");
});

describe("a server without TLS at an https: URL", () => {
  async function attemptsAt(server: Server): Promise<unknown> {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const error = await thingsAt(`https://127.0.0.1:${port}`)
      .things.create({})
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).not.toHaveProperty("maybeApplied");
    return (error as ConnectionError).attempts.length;
  }

  test("that closes the connection has received nothing: a write is retried", async () => {
    expect(await attemptsAt(createServer((socket) => socket.end()))).toBe(5);
    expect(await attemptsAt(createServer((socket) => socket.resetAndDestroy()))).toBe(5);
  });

  test("that speaks plain HTTP fails the call without a retry", async () => {
    expect(await attemptsAt(createHttpServer((_, response) => response.end()))).toBe(1);
  });
});
