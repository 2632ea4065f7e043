/* One process of a fleet: it says that it is ready, makes its calls when it is told to, and reports how they ended. */
import { Redis } from "ioredis";
import { redisRateLimiter } from "../../examples/redis-rate-limiter.js";
import { apiKey, createClientFor, pimV1, shareRateLimit, type ClientEvent } from "../../src/index.js";

/** What the process is told: where the service and the store are, and what to call. */
export interface Order {
  readonly url: string;
  readonly storePort: number;
  readonly calls: number;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** What the process tells at its end. */
export interface Report {
  readonly succeeded: number;
  readonly failures: readonly string[];
  /** What it was told of the shared rate limiter, by events and by log lines. */
  readonly outages: readonly ClientEvent[];
  readonly warnings: readonly string[];
}

async function run({ url, storePort, calls, limit, windowSeconds }: Order): Promise<Report> {
  const redis = new Redis(storePort, "127.0.0.1", { maxRetriesPerRequest: 1 });
  const outages: ClientEvent[] = [];
  const warnings: string[] = [];
  const warn = (message: string): void => {
    if (message.includes("shared rate limiter")) warnings.push(message);
  };
  const confluent = createClientFor(pimV1, {
    auth: apiKey({ key: "key", secret: "secret" }),
    baseUrl: url,
    // Three seconds for a request to arrive, however busy the machine is.
    rateLimiter: shareRateLimit(redisRateLimiter(redis, { limit, windowSeconds, marginSeconds: 3 })),
    logger: { debug: warn, info: warn, warn, error: warn },
    onEvent: (event) => {
      if (event.type === "rateLimiter") outages.push(event);
    },
  });
  const results = await Promise.allSettled(
    Array.from({ length: calls }, () =>
      confluent.pim.v1.integrations.get("cspi-00000", { environment: "env-00000" }),
    ),
  );
  redis.disconnect();
  const failures = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
  return { succeeded: calls - failures.length, failures, outages, warnings };
}

process.once("message", (order: Order) => {
  void run(order).then((report) => process.send?.(report, () => process.disconnect()));
});
process.send?.("ready");
