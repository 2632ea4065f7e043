/**
 * One rate limit for all processes of an organization, on Redis or Valkey: each of them gets
 * `rateLimiter: shareRateLimit(redisRateLimiter(redis, { limit: 50, windowSeconds: 60 }))`.
 */
import type { SharedRateLimiter } from "confluent-cloud-sdk";
import type { Redis } from "ioredis";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

interface RedisRateLimiterOptions {
  /** The number of requests that one window of the service allows, for all processes together. */
  readonly limit: number;
  /** The length of the service's window in whole seconds. */
  readonly windowSeconds: number;
  /**
   * How long a request may take to reach the service, in whole seconds. Permits are held for so much longer.
   *
   * @default 1
   */
  readonly marginSeconds?: number;
  /**
   * Names the limit in the store. Processes that use the same organization of Confluent Cloud use the same name.
   *
   * @default "confluent-cloud"
   */
  readonly name?: string;
}

/**
 * A sliding window: the times of the last permits, oldest first. The library's own script counts in fixed windows, and the
 * end of one with the begin of the next can fall into one window of the service. Arguments: one permit, the length of the
 * window in seconds, the limit. Returns the permits in the window, this one included, and the milliseconds to wait.
 */
const SLIDING_WINDOW = `
  local time = redis.call('time')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local windowMs, limit = ARGV[2] * 1000, tonumber(ARGV[3])
  while true do
    local oldest = redis.call('lindex', KEYS[1], 0)
    if not oldest or oldest + windowMs > now then break end
    redis.call('lpop', KEYS[1])
  end
  local count = redis.call('llen', KEYS[1])
  if count >= limit then return {limit + 1, redis.call('lindex', KEYS[1], 0) + windowMs - now} end
  redis.call('rpush', KEYS[1], now)
  redis.call('pexpire', KEYS[1], windowMs)
  return {count + 1, windowMs}
`;

/**
 * An adapter to Redis or Valkey. When the store is down, each client goes on with its own rate limiter.
 *
 * @param redis a connection that fails soon: `new Redis(url, { maxRetriesPerRequest: 1 })`
 */
export function redisRateLimiter(redis: Redis, options: RedisRateLimiterOptions): SharedRateLimiter {
  const { limit, windowSeconds, marginSeconds = 1, name = "confluent-cloud" } = options;
  const pause = `${name}:pause`;
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: name,
    points: limit,
    duration: windowSeconds + marginSeconds,
    customIncrTtlLuaScript: SLIDING_WINDOW,
  });
  // The client tells of an outage; without a listener ioredis prints every failed attempt to connect.
  redis.on("error", () => undefined);

  return {
    async acquire() {
      const pauseMs = await redis.pttl(pause);
      if (pauseMs > 0) return pauseMs;
      try {
        await limiter.consume("permits");
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    // Others may use up the limit as well. What the service says of it holds for all processes.
    async update({ status, remaining, resetMs, retryAfterMs }) {
      const pauseMs = status === 429 ? retryAfterMs : remaining === 0 ? resetMs : undefined;
      if (pauseMs) await redis.set(pause, "1", "PX", pauseMs);
    },
  };
}
