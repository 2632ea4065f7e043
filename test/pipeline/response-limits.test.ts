import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  NotFoundError,
  RateLimitError,
  ResponseFormatError,
  type ClientOptions,
  type Fetch,
} from "../../src/index.js";
import { thingsAt, type Things } from "../support/harness/things.js";
import { rejection } from "../support/rejection.js";
import { serve, type Responder } from "../support/server.js";

const LIMIT = 10_000;
const body = (length: number): string => JSON.stringify({ id: "a".repeat(length - 9) });
const type = { "Content-Type": "application/json", "X-Request-Id": "r-1" };

const withLength: Responder = ({ url }) => ({ headers: type, body: body(Number(url.split("/").at(-1))) });
const inChunks: Responder = ({ url }, response) => {
  response.writeHead(200, type);
  const text = body(Number(url.split("/").at(-1)));
  for (let at = 0; at < text.length; at += 1_000) response.write(text.slice(at, at + 1_000));
  response.end();
  return undefined;
};
const compressed: Responder = ({ url }, response) => {
  response.writeHead(200, { ...type, "Content-Encoding": "gzip" });
  response.end(gzipSync(body(Number(url.split("/").at(-1)))));
  return undefined;
};

describe("the body of a success has a limit", () => {
  test.each([
    ["with a length", withLength],
    ["in chunks", inChunks],
    ["compressed", compressed],
  ])("%s", async (_, responder) => {
    const server = await serve(responder);
    const { things } = thingsAt(server.url, { maxResponseBytes: LIMIT });
    expect((await things.get(String(LIMIT))).id).toHaveLength(LIMIT - 9);
    const error = await rejection(things.get(String(LIMIT + 1)), ResponseFormatError);
    expect(error.message).toBe(
      "200 with a body of more than 10000 bytes, which is `maxResponseBytes` (getThing)",
    );
    expect(error).toMatchObject({ status: 200, requestId: "r-1", attempts: [{ status: 200 }] });
    // A call may raise it, and the client still works.
    const larger = await things.get(String(LIMIT + 1), {}, { maxResponseBytes: Infinity });
    expect(larger.id).toHaveLength(LIMIT - 8);
    expect(server.requests).toHaveLength(3);
  });

  test("where `fetch` gives no stream, as in React Native", async () => {
    const server = await serve(compressed);
    const fetch: Fetch = async (request, init) => {
      const response = await globalThis.fetch(request, init);
      const { ok, status, headers, statusText } = response;
      return { ok, status, headers, statusText, text: () => response.text() } as Response;
    };
    const { things } = thingsAt(server.url, { maxResponseBytes: LIMIT, fetch });
    expect((await things.get(String(LIMIT))).id).toHaveLength(LIMIT - 9);
    await rejection(things.get(String(LIMIT + 1)), ResponseFormatError);
    expect(server.requests).toHaveLength(2);
  });

  test("of a stream that does not let itself be cancelled", async () => {
    const fetch: Fetch = () => {
      const pull = (controller: ReadableStreamDefaultController): void =>
        controller.enqueue(new Uint8Array(1_000));
      const cancel = (): Promise<never> => new Promise(() => undefined);
      return Promise.resolve(new Response(new ReadableStream({ pull, cancel }), { headers: type }));
    };
    const { things } = thingsAt("http://localhost", { maxResponseBytes: LIMIT, fetch });
    await rejection(things.get("a"), ResponseFormatError);
  });

  test("without an end", async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, type);
      const write = (): void => {
        while (!response.destroyed && response.write("a".repeat(50_000)));
        response.once("drain", write);
      };
      write();
      return undefined;
    });
    const { things } = thingsAt(server.url);
    const call = things.create({}, { maxResponseBytes: 1_000_000 });
    expect(await rejection(call, ResponseFormatError)).toMatchObject({ maybeApplied: true });
    await server.requests[0]?.abandoned;
  });
});

describe("a failed response whose body is broken has its status", () => {
  const json = JSON.stringify({ errors: [{ detail: "no such thing" }] });
  const broken = {
    "compressed in name only": `Content-Encoding: gzip\r\nContent-Length: ${json.length}\r\n\r\n${json}`,
    "cut off": `Content-Length: ${json.length + 50}\r\n\r\n${json}`,
    "cut off in a chunk": `Transfer-Encoding: chunked\r\n\r\n${(json.length + 9).toString(16)}\r\n${json}`,
    "chunked in name only": `Transfer-Encoding: chunked\r\n\r\n${json}`,
    empty: `Content-Length: 0\r\n\r\n`,
  };

  async function failing(
    status: number,
    rest: string,
    options?: ClientOptions,
  ): Promise<[Things, () => number]> {
    let count = 0;
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => {
        count++;
        socket.end(
          `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nRetry-After: 0\r\nConnection: close\r\n${rest}`,
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    return [thingsAt(`http://127.0.0.1:${port}`, options), () => count];
  }

  test.each(Object.entries(broken))("%s", async (_, rest) => {
    const [confluent, count] = await failing(404, rest);
    await rejection(confluent.things.get("a"), NotFoundError);
    const { error, response } = await confluent.request("get", "/things/a", {});
    expect(response.status).toBe(404);
    expect(error).toBeTruthy();
    expect(count()).toBe(2);
  });

  test.each(Object.entries(broken))("%s, and a 429 is repeated", async (_, rest) => {
    const [confluent, count] = await failing(429, rest, { retry: { maxRetries: 2 } });
    const error = await rejection(confluent.things.create({}), RateLimitError);
    expect(error).not.toHaveProperty("maybeApplied");
    expect(count()).toBe(3);
  });
});
