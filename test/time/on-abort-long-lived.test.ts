import { getEventListeners } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { thingsAt } from "../support/harness/things.js";
import { listen } from "../support/server.js";

test(
  "5,000 calls on one long-lived signal leave no listener and print no warning",
  { timeout: 60_000 },
  async () => {
    const { url } = await listen((request, response) => {
      const status = Number(request.url?.split("/").pop());
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(status === 204 ? undefined : "{}");
    });
    const warnings: string[] = [];
    const warn = (warning: Error): void => void warnings.push(`${warning.name}: ${warning.message}`);
    process.on("warning", warn);
    onTestFinished(() => void process.off("warning", warn));

    const { things } = thingsAt(url, { maxConcurrency: 50, retry: { maxRetries: 1 } });
    const { signal } = new AbortController();
    const statuses = ["200", "204", "404", "500"];
    let most = 0;
    for (let round = 0; round < 100; round++) {
      const calls = Array.from({ length: 50 }, (_, index) =>
        things.check(statuses[index % statuses.length] ?? "", {}, { signal }).catch(() => undefined),
      );
      most = Math.max(most, getEventListeners(signal, "abort").length);
      await Promise.all(calls);
    }
    expect(most, "listeners while fifty calls are in flight").toBe(1);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    // Node prints its warnings in a later turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  },
);
