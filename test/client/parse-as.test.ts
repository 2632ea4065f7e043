import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type Responder } from "../support/server.js";

const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };
const path = "/pim/v1/integrations/{id}";
const decoder = new TextDecoder();

/** Sends one piece, and leaves the answer open. */
const openEnded: Responder = (_request, response) => {
  response.write("first");
  return undefined;
};

describe("parseAs", () => {
  test("text gives the body as it is, though it be no JSON", async () => {
    const server = await serve({ body: "résumé" });
    const { data } = await connect(server).GET(path, { ...init, parseAs: "text" });
    expect(data).toBe("résumé");
  });

  test("blob gives a Blob of the answer's type", async () => {
    const server = await serve({ headers: { "Content-Type": "text/csv" }, body: "a,b" });
    const { data } = await connect(server).GET(path, { ...init, parseAs: "blob" });
    expect(data?.type).toBe("text/csv");
    expect(await data?.text()).toBe("a,b");
  });

  test("arrayBuffer gives the bytes", async () => {
    const server = await serve({ body: "a,b" });
    const { data } = await connect(server).GET(path, { ...init, parseAs: "arrayBuffer" });
    expect(decoder.decode(data)).toBe("a,b");
  });
});

describe("parseAs stream", () => {
  test("hands over the body before it is complete, and goes on to its end", async () => {
    let finish = (): void => undefined;
    const server = await serve((_request, response) => {
      response.write("first");
      finish = () => response.end(", last");
      return undefined;
    });
    const { data } = await connect(server).GET(path, { ...init, parseAs: "stream" });
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    expect(decoder.decode((await reader.read()).value)).toBe("first");
    finish();
    expect(decoder.decode((await reader.read()).value)).toBe(", last");
    expect((await reader.read()).done).toBe(true);
  });

  test("fails with the signal's own reason when the caller aborts, and the server sees it", async () => {
    const server = await serve(openEnded);
    const controller = new AbortController();
    const options = { ...init, parseAs: "stream", signal: controller.signal } as const;
    const { data } = await connect(server).GET(path, options);
    const reader = (data as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await rejection(reader.read(), Error)).toBe(reason);
    await server.requests[0]?.abandoned;
  });

  test("lets go of the connection when it is cancelled", async () => {
    const server = await serve(openEnded);
    const { data } = await connect(server).GET(path, { ...init, parseAs: "stream" });
    await (data as ReadableStream<Uint8Array>).cancel("seen enough");
    await server.requests[0]?.abandoned;
  });

  test("fails when the connection breaks", async () => {
    const server = await serve((_request, response) => {
      response.write("first", () => response.destroy());
      return undefined;
    });
    const { data } = await connect(server).GET(path, { ...init, parseAs: "stream" });
    await rejection(new Response(data as ReadableStream<Uint8Array>).text(), Error);
  });

  test("gives undefined where the answer has no body", async () => {
    const server = await serve({ status: 204 });
    const { data } = await connect(server).GET(path, { ...init, parseAs: "stream" });
    expect(data).toBeUndefined();
  });
});

test("a body that is not streamed and breaks off is a ConnectionError", async () => {
  const server = await serve((_request, response) => {
    response.write("first", () => response.destroy());
    return undefined;
  });
  for (const parseAs of ["text", "blob", "arrayBuffer"] as const) {
    await rejection(connect(server).GET(path, { ...init, parseAs }), ConnectionError);
  }
});
