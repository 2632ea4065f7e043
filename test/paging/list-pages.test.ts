import { describe, expect, test } from "vitest";
import { apiKey, bearerToken, ConnectionError, ServerError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { type HarnessResponse, thingsPage } from "../support/harness/responses.js";
import { environment, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";
import { openList, readAll } from "./lists.js";

const threePages = [page(["a"], "2"), page(["b"], "3"), page(["c"])];

const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe("every page is requested like the first", () => {
  test("with the filters of the original request", async () => {
    const server = await serve(threePages);
    const { integrations } = connect(server).pim.v1;
    await integrations
      .list({ environment, provider: "AWS & Co", page_size: 1 }, { query: { q: ["x", "y"] } })
      .toArray();
    const first = "/pim/v1/integrations?environment=env-00000&provider=AWS%20%26%20Co&page_size=1&q=x&q=y";
    expect(server.requests.map(({ url }) => url)).toEqual([
      first,
      `${first}&page_token=2`,
      `${first}&page_token=3`,
    ]);
  });

  test("with the credentials, the headers of client and call, and the middlewares", async () => {
    const server = await serve(threePages);
    let tokens = 0;
    const confluent = connect(server, {
      auth: bearerToken(() => `token-${++tokens}`),
      headers: { "X-Team": "data" },
      userAgent: "billing-sync/2.1",
    });
    confluent.use({ onRequest: ({ request }) => request.headers.set("X-Hooked", "yes") });
    const options = { headers: { "X-Trace-Id": "4bf92f35" } };
    await confluent.pim.v1.integrations.list({ environment }, options).toArray();
    expect(server.requests).toHaveLength(3);
    for (const [index, { headers }] of server.requests.entries()) {
      expect(headers).toMatchObject({
        authorization: `Bearer token-${index + 1}`,
        "x-team": "data",
        "x-trace-id": "4bf92f35",
        "x-hooked": "yes",
        "user-agent": expect.stringMatching(/^billing-sync/) as string,
      });
    }
  });

  test("with the options of a path call, and no page_size when the document has no maximum", async () => {
    const server = await serve(threePages);
    const elsewhere = {
      middleware: [{ onRequest: ({ request }: { request: Request }) => request.headers.set("X-Once", "1") }],
    };
    const items = await connect(server)
      .paginate("/org/v2/environments", { headers: { "X-Trace-Id": "4bf92f35" }, ...elsewhere })
      .toArray();
    expect(ids(items)).toEqual(["a", "b", "c"]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/org/v2/environments",
      "/org/v2/environments?page_token=2",
      "/org/v2/environments?page_token=3",
    ]);
    for (const { headers } of server.requests) {
      expect(headers).toMatchObject({ "x-trace-id": "4bf92f35", "x-once": "1" });
    }
  });
});

describe("paginate and list request the same", () => {
  test("pages, of the largest size that the document allows", async () => {
    const server = await serve(page([]));
    const confluent = connect(server, { auth: apiKey({ key: "k", secret: "s" }) });
    await confluent.pim.v1.integrations.list({ environment }).toArray();
    await confluent.paginate("/pim/v1/integrations", { params: { query: { environment } } }).toArray();
    const [list, paginate] = server.requests;
    expect(paginate?.url).toBe(list?.url);
    expect(paginate?.headers).toEqual(list?.headers);
  });
});

describe("a list starts at the given `page_token`", () => {
  test("and continues from there", async () => {
    const server = await serve([page(["b"], "3"), page(["c"])]);
    const confluent = connect(server);
    const items = await confluent.pim.v1.integrations.list({ environment, page_token: "2" }).toArray();
    expect(ids(items)).toEqual(["b", "c"]);
    expect(server.requests.map(({ query }) => query.getAll("page_token"))).toEqual([["2"], ["3"]]);
  });

  test("of a path call too", async () => {
    const server = await serve([page(["b"], "3"), page(["c"])]);
    const query = { environment, page_token: "2" };
    const items = await connect(server).paginate("/pim/v1/integrations", { params: { query } }).toArray();
    expect(ids(items)).toEqual(["b", "c"]);
    expect(server.requests.map(({ query }) => query.getAll("page_token"))).toEqual([["2"], ["3"]]);
  });

  test("and at the beginning when it is empty", async () => {
    const server = await serve([page(["a"])]);
    await connect(server).pim.v1.integrations.list({ environment, page_token: "" }).toArray();
    expect(server.requests[0]?.query.has("page_token")).toBe(false);
  });
});

describe("a failure on a later page has the `pageToken` to continue from", () => {
  test("with which the rest can be read", async () => {
    const server = await serve([...threePages.slice(0, 2), { status: 502 }, ...threePages.slice(2)]);
    const { integrations } = connect(server).pim.v1;
    const read: string[] = [];
    const reading = (async () => {
      for await (const { id } of integrations.list({ environment })) read.push(id);
    })();
    const error = await rejection(reading, ServerError);
    expect(error.pageToken).toBe("3");
    expect(error.operation).toBe("listPimV1Integrations");
    expect(read).toEqual(["a", "b"]);
    const { pageToken } = error;
    const rest = integrations.list({
      environment,
      ...(pageToken !== undefined && { page_token: pageToken }),
    });
    expect(ids(await rest.toArray())).toEqual(["c"]);
  });

  test("when the connection breaks too", async () => {
    const server = await serve((_request, { socket }, index) =>
      index === 0 ? page(["a"], "2") : void socket?.destroy(),
    );
    const list = connect(server).pim.v1.integrations.list({ environment });
    expect((await rejection(list.toArray(), ConnectionError)).pageToken).toBe("2");
  });

  test("but not on the first page, unless the caller started at a token", async () => {
    const server = await serve({ status: 500 });
    const { integrations } = connect(server).pim.v1;
    const first = await rejection(integrations.list({ environment }).toArray(), ServerError);
    expect(first).not.toHaveProperty("pageToken");
    const resumed = integrations.list({ environment, page_token: "2" });
    expect((await rejection(resumed.toArray(), ServerError)).pageToken).toBe("2");
  });
});

describe("every page after the first goes through the pipeline", () => {
  test.each<[string, HarnessResponse, number]>([
    ["retried", { status: 500 }, 250],
    ["retried after a 429, when the service says", { status: 429, headers: { "retry-after": "2" } }, 2_125],
    ["retried after a broken connection", "reset", 250],
    ["timed out, and retried", "stall in body", 1_250],
  ])("it is %s", async (_, fault, sentAt) => {
    const harness = await openList([thingsPage("a", "p2"), fault, thingsPage("b")], { timeoutMs: 1_000 });
    expect(await readAll(harness)).toEqual([{ id: "a" }, { id: "b" }]);
    expect(harness.sentAt).toEqual([0, 0, sentAt]);
  });

  test("it gets its own credentials, and new ones after a 401", async () => {
    const seen: (string | null)[] = [];
    let tokens = 0;
    const harness = await openList([thingsPage("a", "p2"), { status: 401 }, thingsPage("b")], {
      auth: bearerToken(() => `token-${++tokens}`),
      fetch: (request, init) => {
        seen.push(request.headers.get("authorization"));
        return fetch(request, init);
      },
    });
    await readAll(harness);
    expect(seen).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
  });

  test("it waits for the rate limit that the page before it used up", async () => {
    const first: HarnessResponse = {
      ...thingsPage("a", "p2"),
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "7" },
    };
    const harness = await openList([first, thingsPage("b")]);
    await readAll(harness);
    expect(harness.sentAt).toEqual([0, 7_000]);
  });

  test("it has its own `totalTimeoutMs`", async () => {
    const responses: HarnessResponse[] = [
      { ...thingsPage("a", "p2"), afterMs: 900 },
      { ...thingsPage("b"), afterMs: 900 },
    ];
    const harness = await openList(responses, { totalTimeoutMs: 1_000 });
    expect(await readAll(harness)).toHaveLength(2);
    expect(harness.clock.now()).toBe(1_800);
  });

  test("its failure has its page token", async () => {
    const harness = await openList([thingsPage("a", "p2"), "reset", "reset"], { retry: { maxRetries: 1 } });
    await expect(readAll(harness)).rejects.toMatchObject({
      name: "ConnectionError",
      pageToken: "p2",
      attempts: [{}, {}],
    });
  });
});
