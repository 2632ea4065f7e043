import * as defaults from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import { omitUndefined } from "../util/json.js";
import { suggest } from "../util/suggest.js";

/** When a failed attempt is repeated, and how often. */
export interface RetryOptions {
  /**
   * How many attempts may follow the first one.
   *
   * @default 4
   */
  maxRetries?: number;
  /**
   * The first delay is random, up to this many milliseconds. The bound doubles with each retry.
   *
   * @default 500
   */
  baseDelayMs?: number;
  /**
   * The longest delay that the SDK chooses itself, in milliseconds.
   *
   * @default 8_000
   */
  maxDelayMs?: number;
  /**
   * The longest delay, in milliseconds, that the service may ask for (`Retry-After`, `X-RateLimit-Reset`). If it asks for
   * more, the call fails at once, with `retryAfterMs` on its error.
   *
   * @default 60_000
   */
  maxRetryAfterMs?: number;
}

/** The settings of a client that one call may override. */
export interface RequestPolicy {
  /**
   * The timeout of one attempt in milliseconds, its body included; `Infinity` for none. An attempt that takes longer fails with
   * a `TimeoutError`, and is repeated where that is safe. Of a stream it limits each wait for more, not the whole.
   *
   * @default 30_000
   */
  timeoutMs?: number;
  /**
   * The timeout of a call in milliseconds, with all its attempts and the delays between them; `Infinity` for none. No delay
   * goes beyond it: the call fails with the last real error, or with a `TimeoutError`.
   *
   * @default Infinity
   */
  totalTimeoutMs?: number;
  /**
   * The most bytes that the body of a success may have, after decompression; `Infinity` for no limit. A larger one is a
   * `ResponseFormatError`, which is not repeated. A stream has no limit, but each of its items has this many characters at most.
   *
   * @default 67_108_864
   */
  maxResponseBytes?: number;
  /**
   * How to retry; `false` for never. Options that are left out keep the client's value.
   *
   * @default { maxRetries: 4, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 }
   */
  retry?: RetryOptions | false;
}

/** A `RequestPolicy` with every setting present. */
export interface Settings {
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxResponseBytes: number;
  readonly retry: Required<RetryOptions>;
}

export const defaultSettings: Settings = {
  timeoutMs: defaults.TIMEOUT_MS,
  totalTimeoutMs: Infinity,
  maxResponseBytes: defaults.MAX_RESPONSE_BYTES,
  retry: {
    maxRetries: defaults.MAX_RETRIES,
    baseDelayMs: defaults.BASE_DELAY_MS,
    maxDelayMs: defaults.MAX_DELAY_MS,
    maxRetryAfterMs: defaults.MAX_RETRY_AFTER_MS,
  },
};

/**
 * The settings, with the options in place of those that they override.
 *
 * @throws {ConfigurationError} when an option is not a number in its range
 */
export function mergeSettings(settings: Settings, options: RequestPolicy): Settings {
  const { timeoutMs, totalTimeoutMs, maxResponseBytes, retry } = options;
  const given = [timeoutMs, totalTimeoutMs, maxResponseBytes, retry];
  if (given.every((value) => value === undefined)) return settings;
  return {
    timeoutMs: positive("timeoutMs", timeoutMs) ?? settings.timeoutMs,
    totalTimeoutMs: positive("totalTimeoutMs", totalTimeoutMs) ?? settings.totalTimeoutMs,
    maxResponseBytes: positive("maxResponseBytes", maxResponseBytes, "bytes") ?? settings.maxResponseBytes,
    retry: { ...settings.retry, ...(retry === false ? { maxRetries: 0 } : checkRetry(retry)) },
  };
}

function checkRetry(options: RetryOptions = {}): RetryOptions {
  if (typeof (options as unknown) !== "object" || (options as unknown) === null || Array.isArray(options)) {
    throw new ConfigurationError(
      `retry must be an object, or false for never, not ${JSON.stringify(options)}`,
    );
  }
  const given = omitUndefined(options);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaultSettings.retry, name)) {
      const meant = suggest(name, Object.keys(defaultSettings.retry));
      const hint = meant === undefined ? "" : `; did you mean \`retry.${meant}\`?`;
      throw new ConfigurationError(`unknown option \`retry.${name}\`${hint}`);
    }
    const isCount = name !== "maxRetries" || Number.isInteger(value) || value === Infinity;
    if (typeof value !== "number" || !(value >= 0) || !isCount) {
      throw new ConfigurationError(`retry.${name} must be a number of zero or more, not ${value}`);
    }
  }
  return given;
}

function positive(name: string, value: number | undefined, unit = "milliseconds"): number | undefined {
  if (value === undefined || (typeof value === "number" && value > 0)) return value;
  throw new ConfigurationError(`${name} must be a number of ${unit} above zero, not ${value}`);
}
