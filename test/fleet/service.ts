import { integration } from "../support/integrations.js";
import { listen } from "../support/server.js";

export const LIMIT = 50;
export const WINDOW_SECONDS = 2;
const WINDOW_MS = WINDOW_SECONDS * 1_000;

/** An API that counts the requests of all its clients. */
export interface Service {
  readonly url: string;
  /** When each request arrived, in milliseconds. */
  readonly arrivals: readonly number[];
  /** How many were refused. */
  readonly refused: () => number;
}

/**
 * Starts it, until the end of the test. A window begins with its first request, and those beyond the limit get a 429.
 *
 * @param beforeResponse awaited before a response is sent
 */
export async function startService(
  beforeResponse: (arrivals: number) => Promise<void> | undefined = () => undefined,
): Promise<Service> {
  const arrivals: number[] = [];
  let begin = -Infinity;
  let used = 0;
  let refused = 0;
  const { url } = await listen((_request, response) => {
    const now = performance.now();
    arrivals.push(now);
    if (now - begin >= WINDOW_MS) [begin, used] = [now, 0];
    used++;
    const isRefused = used > LIMIT;
    if (isRefused) refused++;
    const headers = {
      "content-type": "application/json",
      "x-ratelimit-limit": String(LIMIT),
      "x-ratelimit-remaining": String(Math.max(0, LIMIT - used)),
      "x-ratelimit-reset": String(Math.ceil((begin + WINDOW_MS - now) / 1_000)),
    };
    void Promise.resolve(beforeResponse(arrivals.length)).then(() => {
      response.writeHead(isRefused ? 429 : 200, headers).end(isRefused ? "" : JSON.stringify(integration()));
    });
  });
  return { url, arrivals, refused: () => refused };
}

/** The most requests that arrived within the length of a window, wherever it begins. */
export function mostInWindow(arrivals: readonly number[]): number {
  const within = (begin: number): number =>
    arrivals.filter((time) => time >= begin && time < begin + WINDOW_MS).length;
  return Math.max(...arrivals.map(within));
}
