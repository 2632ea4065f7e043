import { describe, expect, test } from "vitest";
import {
  ApiError,
  ConfigurationError,
  ConfluentError,
  ConnectionError,
  createClient,
} from "../../src/index.js";
import { connect } from "../support/client.js";
import { type Harness, openHarness } from "../support/harness/harness.js";
import { type HarnessResponse, thingsPage } from "../support/harness/responses.js";
import type { Thing } from "../support/harness/things.js";
import { environment, page } from "../support/integrations.js";
import { rejection, thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };

const headers = { "X-Request-Id": "r-1" };

const faults: [string, HarnessResponse][] = [
  ["ApiError", { status: 418 }],
  ["ServerError", { status: 500 }],
  ["ConnectionError", "reset"],
  ["ResponseFormatError", { body: "<html>" }],
  ["TimeoutError", "stall"],
];

async function open(responses: readonly HarnessResponse[]): Promise<Harness> {
  const harness = await openHarness({ retry: false, timeoutMs: 1_000 });
  harness.respondWith(responses);
  return harness;
}

/** The error of a call, which must be of the class, and whose stack must lead to the function. */
async function expectStack(
  error: string,
  name: string,
  { run }: Harness,
  call: Promise<unknown>,
): Promise<void> {
  const thrown = await run(call.catch((caught: unknown) => caught));
  expect(thrown).toBeInstanceOf(ConfluentError);
  expect(thrown).toMatchObject({ name: error });
  expect((thrown as Error).stack).toMatch(new RegExp(`^${error}: .*\\n(.*\\n)*.*at (async )?${name} `));
}

describe("an error as JSON", () => {
  test("has every field and the message, but not the headers and the body", async () => {
    const errors = [{ status: "429", detail: "slow down" }];
    const server = await serve([
      page(["a"], "2"),
      { status: 429, headers: { ...headers, "Retry-After": "7" }, body: { errors } },
    ]);
    const error = await rejection(connect(server).pim.v1.integrations.list(query).toArray(), ApiError);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "RateLimitError",
      message: "429 slow down (listPimV1Integrations, request id r-1)",
      operation: "listPimV1Integrations",
      attempts: [{ status: 429, requestId: "r-1", durationMs: expect.any(Number) as number }],
      status: 429,
      errors,
      requestId: "r-1",
      retryAfterMs: 7000,
      pageToken: "2",
    });
  });

  test("of a broken connection leaves out the cause", async () => {
    const server = await serve((_request, { socket }) => void socket?.destroy());
    const error = await rejection(
      connect(server).pim.v1.integrations.get("cspi-12345", query),
      ConnectionError,
    );
    expect(error.cause).toBeDefined();
    expect(Object.keys(JSON.parse(JSON.stringify(error)) as object).sort()).toEqual([
      "attempts",
      "message",
      "name",
      "operation",
    ]);
  });
});

describe("the stack", () => {
  test("starts with the error's own name and message", async () => {
    const server = await serve({ status: 404, headers });
    const error = await rejection(connect(server).pim.v1.integrations.get("cspi-12345", query), ApiError);
    expect(error.stack).toMatch(/^NotFoundError: 404 Not Found \(getPimV1Integration, request id r-1\)\n/);
    expect(String(error)).toBe(`NotFoundError: ${error.message}`);
  });

  // An error that names only the SDK's insides does not say which of a program's calls failed.
  test("names the caller's function, for every kind of failure", async () => {
    const failed = await serve({ status: 500 });
    const broken = await serve((_request, { socket }) => void socket?.destroy());
    const notJson = await serve({ body: "<html>" });
    for (const server of [failed, broken, notJson]) {
      const confluent = connect(server);
      const callers = {
        async callerOfGet() {
          await confluent.pim.v1.integrations.get("cspi-12345", query);
        },
        async callerOfToArray() {
          await confluent.pim.v1.integrations.list(query).toArray();
        },
        async callerOfLoop() {
          for await (const item of confluent.pim.v1.integrations.list(query)) expect.unreachable(item.id);
        },
        async callerOfPaginate() {
          const list = confluent.paginate("/pim/v1/integrations", { params: { query } });
          for await (const item of list) expect.unreachable(item.id);
        },
      };
      for (const [name, call] of Object.entries(callers)) {
        const { stack } = await rejection(call(), ConfluentError);
        expect(stack).toMatch(new RegExp(`\\b${name} \\(`));
      }
    }
  });

  test("of a path method too", async () => {
    const server = await serve((_request, { socket }) => void socket?.destroy());
    const confluent = connect(server);
    async function callerOfPath(): Promise<void> {
      await confluent.GET("/pim/v1/integrations", { params: { query } });
    }
    expect((await rejection(callerOfPath(), ConnectionError)).stack).toContain("callerOfPath (");
  });

  test("of an invalid option too", () => {
    function callerOfCreateClient(): void {
      createClient({ baseUrl: "nowhere" });
    }
    expect(thrown(callerOfCreateClient, ConfigurationError).stack).toContain("callerOfCreateClient (");
  });
});

describe.each(faults)("the stack of a %s names the function that made the call", (error, fault) => {
  test("of a resource", async () => {
    const harness = await open([fault]);
    async function callerOfResource(): Promise<Thing> {
      return await harness.confluent.things.get("a");
    }
    await expectStack(error, "callerOfResource", harness, callerOfResource());
  });

  test("of a list's first page", async () => {
    const harness = await open([fault]);
    async function callerOfList(): Promise<void> {
      for await (const thing of harness.confluent.things.list()) expect(thing).toBeDefined();
    }
    await expectStack(error, "callerOfList", harness, callerOfList());
  });

  test("of a list's second page, while it waits for that", async () => {
    const harness = await open([thingsPage("thing-1", "p2"), fault]);
    async function callerOfList(): Promise<Thing[]> {
      return await harness.confluent.things.list().toArray();
    }
    await expectStack(error, "callerOfList", harness, callerOfList());
  });

  test("of a list's second page, which failed before it was requested", async () => {
    const harness = await open([thingsPage("thing-1", "p2"), fault]);
    const { confluent, run } = harness;
    const pages = confluent.things.list().pages();
    await run(pages.next());
    // Time for the second page to fail on its own, up to its timeout.
    while (harness.endedAt.length < 2) {
      await harness.calm();
      harness.clock.advanceToNext();
      await harness.calm();
    }
    async function callerOfPages(): Promise<unknown> {
      return await pages.next();
    }
    await expectStack(error, "callerOfPages", harness, callerOfPages());
  });
});

describe.each(faults.slice(2))("the stack of a %s names the function that made the call", (error, fault) => {
  test("of a path", async () => {
    const harness = await open([fault]);
    async function callerOfPath(): Promise<unknown> {
      return await harness.confluent.request("GET", "/things/{id}", { params: { path: { id: "a" } } });
    }
    await expectStack(error, "callerOfPath", harness, callerOfPath());
  });
});

test("the stack of an error about an argument names the function that passed it", async () => {
  const harness = await open([]);
  async function callerWithoutId(): Promise<unknown> {
    return await harness.confluent.things.get("");
  }
  const thrown = await callerWithoutId().catch((error: unknown) => error);
  expect((thrown as Error).stack).toMatch(/^ConfigurationError: .*\n(.*\n)*.*at (async )?callerWithoutId /);
});
