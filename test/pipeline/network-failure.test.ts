import { createServer as createHttpServer } from "node:http";
import { createServer, type AddressInfo, type Server } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { ConnectionError } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";
import { thingsAt } from "../support/harness/things.js";

/** What the `fetch` of each runtime rejects with, where a real fault of the kind cannot be had on one machine. */
function failed(message: string, properties: object): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), properties) });
}

const connect: Record<string, Error> = {
  "no answer to a connect (Node)": failed("Connect Timeout Error", { code: "UND_ERR_CONNECT_TIMEOUT" }),
  "a host that cannot be reached (Node)": failed("connect EHOSTUNREACH 10.0.0.1:443", {
    code: "EHOSTUNREACH",
    syscall: "connect",
  }),
  "several addresses, all of which refuse (Node)": new TypeError("fetch failed", {
    cause: new AggregateError([Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })]),
  }),
  "a connect that times out in the kernel (Node)": failed("connect ETIMEDOUT", {
    code: "ETIMEDOUT",
    syscall: "connect",
  }),
  "a refused connection (Bun)": Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" }),
  "a refused connection (Deno)": new TypeError(
    "error sending request for url (http://127.0.0.1:1/): client error (Connect): tcp connect error",
  ),
};

const certificate: Record<string, Error> = {
  "a certificate of its own": failed("self-signed certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
  "a certificate for another host": failed("Hostname/IP does not match certificate's altnames", {
    code: "ERR_TLS_CERT_ALTNAME_INVALID",
  }),
  "a certificate of unknown origin": failed("unable to verify the first certificate", {
    code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  }),
};

const broken: Record<string, Error> = {
  "a broken connection (Node)": failed("other side closed", { code: "UND_ERR_SOCKET" }),
  "a broken connection (browsers)": new TypeError("Failed to fetch"),
  "a broken connection (Bun)": Object.assign(new Error("The socket connection was closed"), {
    code: "ECONNRESET",
  }),
};

/** Lets the first attempt fail, and tells how often there was one. */
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
  test("means that nothing was sent: a write is tried again", async () => {
    expect(await attemptsAfter(error, "create")).toEqual([2, { id: "thing-1" }]);
  });
});

describe.each(Object.entries(broken))("%s", (_, error) => {
  test("leaves open whether the request arrived: a read is tried again, a write is not", async () => {
    expect(await attemptsAfter(error, "get")).toEqual([2, { id: "thing-1" }]);
    const [attempts, failure] = await attemptsAfter(error, "create");
    expect(attempts).toBe(1);
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({ maybeApplied: true, cause: error });
  });
});

describe.each(Object.entries(certificate))("%s", (_, error) => {
  test("is final, and means that nothing was sent", async () => {
    const [attempts, failure] = await attemptsAfter(error, "create");
    expect(attempts).toBe(1);
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).not.toHaveProperty("maybeApplied");
  });
});

test("a fault in a fetch of the caller's own is not tried again", async () => {
  const [attempts, failure] = await attemptsAfter(new Error("not a function"), "get");
  expect(attempts).toBe(1);
  expect((failure as Error).message).toContain("not a function (getThing)");
});

describe("a server that should speak TLS", () => {
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

  test("and hangs up instead has received nothing: a write is tried again", async () => {
    expect(await attemptsAt(createServer((socket) => socket.end()))).toBe(5);
    expect(await attemptsAt(createServer((socket) => socket.resetAndDestroy()))).toBe(5);
  });

  test("and speaks plain HTTP will not learn it by another try", async () => {
    expect(await attemptsAt(createHttpServer((_, response) => response.end()))).toBe(1);
  });
});
