import { describe, expect, test } from "vitest";
import { connect } from "../support/client.js";
import { processWarnings, settled } from "../support/process-warnings.js";
import { thingsPage } from "../support/harness/responses.js";
import { environment, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";
import { openList } from "./lists.js";

/** Sends page 1, and no response to the request for page 2. */
async function stuckAtPage2(): Promise<TestServer> {
  return serve((_request, _response, index) => (index === 0 ? page(["a", "b"], "2") : undefined));
}

describe("leaving a list ends the request under way", () => {
  test("by break", async () => {
    const seen = processWarnings();
    const server = await stuckAtPage2();
    for await (const { id } of connect(server).pim.v1.integrations.list({ environment })) {
      expect(id).toBe("a");
      await server.received(2);
      break;
    }
    await server.requests[1]?.abandoned;
    await settled();
    expect(seen).toEqual([]);
  });

  test("by an error in the loop, which reaches the caller", async () => {
    const seen = processWarnings();
    const server = await stuckAtPage2();
    const reason = new Error("the disk is full");
    const read = async (): Promise<void> => {
      for await (const { data } of connect(server).pim.v1.integrations.list({ environment }).pages()) {
        expect(data).toHaveLength(2);
        await server.received(2);
        throw reason;
      }
    };
    expect(await rejection(read(), Error)).toBe(reason);
    await server.requests[1]?.abandoned;
    await settled();
    expect(seen).toEqual([]);
  });

  test("by return() of an iterator", async () => {
    const server = await stuckAtPage2();
    const items = connect(server).pim.v1.integrations.list({ environment })[Symbol.asyncIterator]();
    await items.next();
    await server.received(2);
    await items.return(undefined);
    await server.requests[1]?.abandoned;
    expect(await items.next()).toEqual({ done: true, value: undefined });
    expect(server.requests).toHaveLength(2);
  });
});

test("the failure of a page that is never read is not an unhandled rejection", async () => {
  const seen = processWarnings();
  let finished = (): void => undefined;
  const page2 = new Promise<void>((resolve) => (finished = resolve));
  const server = await serve((_request, response, index) => {
    if (index === 0) return page(["a", "b"], "2");
    response.once("finish", finished);
    return { status: 500 };
  });
  for await (const { id } of connect(server).pim.v1.integrations.list({ environment })) {
    if (id === "a") {
      await page2;
      // Page 2 has failed by now, or will within the next turns.
      await settled();
    } else {
      break;
    }
  }
  await settled();
  expect(seen).toEqual([]);
});

describe("a caller's abort ends a list with the signal's own reason", () => {
  test("while page 2 is under way", async () => {
    const seen = processWarnings();
    const server = await stuckAtPage2();
    const controller = new AbortController();
    const reason = new Error("no more");
    const read: string[] = [];
    const reading = async (): Promise<void> => {
      const list = connect(server).pim.v1.integrations.list({ environment }, { signal: controller.signal });
      for await (const { id } of list) read.push(id);
    };
    const rejected = rejection(reading(), Error);
    await server.received(2);
    controller.abort(reason);
    expect(await rejected).toBe(reason);
    expect(read).toEqual(["a", "b"]);
    await server.requests[1]?.abandoned;
    await settled();
    expect(seen).toEqual([]);
  });

  test("by paginate and toArray too", async () => {
    const server = await stuckAtPage2();
    const { signal, abort } = abortable();
    const init = { params: { query: { environment } }, signal };
    const rejected = rejection(connect(server).paginate("/pim/v1/integrations", init).toArray(), Error);
    await server.received(2);
    abort();
    expect(await rejected).toBe(signal.reason);
    await server.requests[1]?.abandoned;
  });

  test("before the iteration, and nothing is sent", async () => {
    const server = await stuckAtPage2();
    const { signal, abort } = abortable();
    const list = connect(server).pim.v1.integrations.list({ environment }, { signal });
    abort();
    expect(await rejection(list.toArray(), Error)).toBe(signal.reason);
    expect(server.requests).toEqual([]);
  });

  test("between two pages, and the next is not requested", async () => {
    const server = await serve([page(["a"], "2"), page(["b"], "3"), page(["c"])]);
    const { signal, abort } = abortable();
    const pages = connect(server).pim.v1.integrations.list({ environment }, { signal }).pages();
    await pages.next();
    await server.received(2);
    abort();
    expect(await rejection(Promise.resolve(pages.next()), Error)).toBe(signal.reason);
    expect(server.requests).toHaveLength(2);
  });
});

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(new Error("no more")) };
}

describe("leaving a loop", () => {
  test("stops the request for the next page, closes its socket and leaves no timer", async () => {
    const harness = await openList([thingsPage("a", "p2"), "stall"], { totalTimeoutMs: 60_000 });
    const { confluent, run, calm, clock, holds } = harness;
    const pages = confluent.things.list().pages();
    await run(pages.next());
    await calm();
    expect(holds.size).toBe(1);
    await pages.return();
    while (holds.size > 0) await calm();
    expect(clock.timers).toBe(0);
  });

  test("stops the wait before the next attempt of that page", async () => {
    const harness = await openList([thingsPage("a", "p2"), { status: 500 }]);
    const { confluent, run, calm, clock } = harness;
    const pages = confluent.things.list().pages();
    await run(pages.next());
    await calm();
    expect(clock.timers).toBe(1);
    await pages.return();
    await calm();
    expect(clock.timers).toBe(0);
    expect(harness.sentAt).toHaveLength(2);
  });
});

test("an abort while the next page loads rejects that page with the caller's own reason", async () => {
  const harness = await openList([thingsPage("a", "p2"), "stall"]);
  const caller = new AbortController();
  const pages = harness.confluent.things.list({}, { signal: caller.signal }).pages();
  await harness.run(pages.next());
  caller.abort("enough");
  await expect(pages.next()).rejects.toBe("enough");
});
