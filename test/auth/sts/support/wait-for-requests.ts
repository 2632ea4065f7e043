import { setImmediate } from "node:timers/promises";
import { vi } from "vitest";
import type { ClientEvent } from "../../../../src/events/events.js";

/** Resolves when the client has had that many responses of the token service, and has processed the last. */
export async function waitForRequests(
  events: readonly ClientEvent[],
  { exchanges }: { exchanges: number },
): Promise<void> {
  const responses = () =>
    events.filter((event) => event.type === "response" && event.operation === "exchangeStsV1OauthToken");
  await vi.waitUntil(() => responses().length >= exchanges, { timeout: 10_000, interval: 1 });
  await setImmediate();
}
