import { describe, expect, test } from "vitest";
import { ConfluentError } from "../../src/index.js";
import type { HarnessResponse } from "../support/harness/responses.js";
import { openHarness, type Harness } from "../support/harness/harness.js";
import type { Thing } from "../support/harness/things.js";

const faults: [string, HarnessResponse][] = [
  ["ApiError", { status: 418 }],
  ["ServerError", { status: 500 }],
  ["ConnectionError", "reset"],
  ["ResponseFormatError", { body: "<html>" }],
  ["TimeoutError", "stall"],
];

const page = (next: string | undefined): HarnessResponse => ({
  body: {
    data: [{ id: "thing-1" }],
    metadata: { next: next && `https://example.com/things?page_token=${next}` },
  },
});

async function open(answers: readonly HarnessResponse[]): Promise<Harness> {
  const harness = await openHarness({ retry: false, timeoutMs: 1_000 });
  harness.respondWith(answers);
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
    const harness = await open([page("p2"), fault]);
    async function callerOfList(): Promise<Thing[]> {
      return await harness.confluent.things.list().toArray();
    }
    await expectStack(error, "callerOfList", harness, callerOfList());
  });

  test("of a list's second page, which had failed before it was asked for", async () => {
    const harness = await open([page("p2"), fault]);
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
