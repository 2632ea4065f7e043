import { setImmediate } from "node:timers/promises";
import { vi } from "vitest";
import type { ClientEvent } from "../../../../src/events/events.js";

/** Resolves once the client has had that many answers of the token service, and has drawn its conclusions from the last. */
export async function waitForRequests(
  events: readonly ClientEvent[],
  { exchanges }: { exchanges: number },
): Promise<void> {
  const answers = () =>
    events.filter((event) => event.type === "response" && event.operation === "exchangeStsV1OauthToken");
  await vi.waitUntil(() => answers().length >= exchanges, { timeout: 10_000, interval: 1 });
  await setImmediate();
}
