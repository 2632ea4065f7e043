import type { Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { ConnectionError, NotFoundError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };
const init = { params: { path: { id: "cspi-12345" }, query } };
const path = "/pim/v1/integrations/{id}";

function tag(name: string): Middleware {
  return {
    onRequest: ({ request }) => request.headers.append("X-Tag", name),
  };
}

describe("use", () => {
  test("onRequest may change the request, of paths, resources and every page", async () => {
    const server = await serve([
      { body: integration() },
      { body: integration() },
      page(["a"], "2"),
      page(["b"]),
    ]);
    const confluent = connect(server);
    confluent.use(tag("one"), tag("two"));
    await confluent.GET(path, init);
    await confluent.pim.v1.integrations.get("cspi-12345", query);
    await confluent.pim.v1.integrations.list(query).toArray();
    const tags = server.requests.map(({ headers }) => headers["x-tag"]);
    expect(tags).toEqual(["one, two", "one, two", "one, two", "one, two"]);
  });

  test("onRequest gets the path, the parameters and the request, without the credentials", async () => {
    const server = await serve({ body: integration() });
    const confluent = connect(server);
    const seen: unknown[] = [];
    confluent.use({
      onRequest: ({ schemaPath, params, request }) => {
        seen.push(schemaPath, params, request.method, request.headers.has("authorization"));
      },
    });
    await confluent.pim.v1.integrations.get("cspi-12345", query);
    expect(seen).toEqual([path, init.params, "GET", false]);
  });

  test("onRequest may return a response, and nothing is sent", async () => {
    const server = await serve({ status: 500 });
    const confluent = connect(server);
    confluent.use({ onRequest: () => Response.json(integration("from-cache")) });
    expect((await confluent.pim.v1.integrations.get("cspi-12345", query)).id).toBe("from-cache");
    expect((await confluent.GET(path, init)).data?.id).toBe("from-cache");
    expect(server.requests).toEqual([]);
  });

  test("onResponse may change the response, the last middleware first", async () => {
    const server = await serve({ body: { steps: [] } });
    const confluent = connect(server);
    const step = (name: string): Middleware => ({
      async onResponse({ response }) {
        const { steps } = (await response.json()) as { steps: string[] };
        return Response.json({ steps: [...steps, name] });
      },
    });
    confluent.use(step("one"), step("two"));
    expect((await confluent.GET(path, init)).data).toEqual({ steps: ["two", "one"] });
  });

  test("onResponse may turn a failure into a success, and a success into a failure", async () => {
    const server = await serve([{ status: 404 }, { body: integration() }]);
    const confluent = connect(server);
    confluent.use({
      onResponse: ({ response }) =>
        response.ok ? new Response(null, { status: 404 }) : Response.json(integration("found-after-all")),
    });
    expect((await confluent.pim.v1.integrations.get("cspi-12345", query)).id).toBe("found-after-all");
    await rejection(confluent.pim.v1.integrations.get("cspi-12345", query), NotFoundError);
  });

  test("onError gets the error of a broken connection, and may replace it with another error or a response", async () => {
    const server = await serve((_request, { socket }) => void socket?.destroy());
    const [confluent, seen] = [connect(server), [] as unknown[]];
    const look: Middleware = { onError: ({ error }) => void seen.push(error) };
    confluent.use(look);
    const error = await rejection(confluent.GET(path, init), ConnectionError);
    expect(seen).toEqual([error]);

    const replacement = new Error("offline");
    const replace: Middleware = { onError: () => replacement };
    confluent.use(replace);
    expect(await rejection(confluent.pim.v1.integrations.get("cspi-12345", query), Error)).toBe(replacement);

    confluent.eject(replace);
    confluent.use({ onError: () => Response.json(integration("from-cache")) });
    expect((await confluent.GET(path, init)).data?.id).toBe("from-cache");
  });

  test("onError gets the signal's own reason when the caller aborts", async () => {
    const server = await serve(() => undefined);
    const [confluent, seen] = [connect(server), [] as unknown[]];
    confluent.use({ onError: ({ error }) => void seen.push(error) });
    const controller = new AbortController();
    const call = rejection(confluent.pim.v1.integrations.get("cspi-12345", query, controller), Error);
    await server.received(1);
    controller.abort(new Error("no more"));
    expect(await call).toBe(controller.signal.reason);
    // The call does not wait for the middleware, which may never settle.
    await expect.poll(() => seen).toEqual([controller.signal.reason]);
    expect(seen[0]).toBe(controller.signal.reason);
  });

  test("the caller gets what a middleware throws", async () => {
    const server = await serve({ body: integration() });
    const confluent = connect(server);
    const reason = new Error("not on a Sunday");
    confluent.use({ onRequest: () => Promise.reject(reason) });
    expect(await rejection(confluent.GET(path, init), Error)).toBe(reason);
    expect(await rejection(confluent.pim.v1.integrations.get("cspi-12345", query), Error)).toBe(reason);
    expect(server.requests).toEqual([]);
  });
});

test("eject removes a middleware, and leaves the others", async () => {
  const server = await serve({ body: integration() });
  const confluent = connect(server);
  const [one, two] = [tag("one"), tag("two")];
  confluent.use(one, two);
  confluent.eject(one);
  await confluent.GET(path, init);
  expect(server.requests[0]?.headers["x-tag"]).toBe("two");
});

test("a middleware of one call does not see other calls", async () => {
  const server = await serve({ body: integration() });
  const confluent = connect(server);
  await confluent.GET(path, { ...init, middleware: [tag("once")] });
  await confluent.GET(path, init);
  expect(server.requests.map(({ headers }) => headers["x-tag"])).toEqual(["once", undefined]);
});

test("use throws for what is not a middleware, as openapi-fetch does", () => {
  const confluent = connect({ url: "https://api.confluent.cloud" });
  expect(() => confluent.use((() => undefined) as never)).toThrow("Middleware must be an object");
});
