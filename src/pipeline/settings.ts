import * as defaults from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import { omitUndefined } from "../util/json.js";

/** When and how often a failed attempt is made again. */
export interface RetryOptions {
  /** Attempts after the first. Default: 4. */
  maxRetries?: number;
  /** The first wait is random up to this many milliseconds; each later one up to twice as long. Default: 500. */
  baseDelayMs?: number;
  /** No wait of the SDK's own choice is longer, in milliseconds. Default: 8,000. */
  maxDelayMs?: number;
  /**
   * The longest wait, in milliseconds, that the service may ask for (`Retry-After`, `X-RateLimit-Reset`). When it asks for
   * more, the call fails at once, with `retryAfterMs` on the error. Default: 60,000.
   */
  maxRetryAfterMs?: number;
}

/** The settings of a client that one call may override. */
export interface RequestPolicy {
  /**
   * Milliseconds that one attempt may take, to the end of the body; `Infinity` for no limit. An attempt that takes longer
   * fails with a `TimeoutError`, and is made again where that is safe. Default: 30,000.
   */
  timeoutMs?: number;
  /**
   * Milliseconds that a call may take with all its attempts and the waits between them. Nothing waits past it: the call
   * fails with the last real error, or with a `TimeoutError`. Default: `Infinity`.
   */
  totalTimeoutMs?: number;
  /** How to retry; `false` for never. Options left out keep the client's value. Default: four retries. */
  retry?: RetryOptions | false;
}

/** The same, complete. */
export interface Settings {
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: Required<RetryOptions>;
}

export const defaultSettings: Settings = {
  timeoutMs: defaults.TIMEOUT_MS,
  totalTimeoutMs: Infinity,
  retry: {
    maxRetries: defaults.MAX_RETRIES,
    baseDelayMs: defaults.BASE_DELAY_MS,
    maxDelayMs: defaults.MAX_DELAY_MS,
    maxRetryAfterMs: defaults.MAX_RETRY_AFTER_MS,
  },
};

/**
 * The options over the settings that they override.
 *
 * @throws {ConfigurationError} for a value that is no such duration or count
 */
export function mergeSettings(settings: Settings, options: RequestPolicy): Settings {
  const { timeoutMs, totalTimeoutMs, retry } = options;
  if (timeoutMs === undefined && totalTimeoutMs === undefined && retry === undefined) return settings;
  return {
    timeoutMs: positive("timeoutMs", timeoutMs) ?? settings.timeoutMs,
    totalTimeoutMs: positive("totalTimeoutMs", totalTimeoutMs) ?? settings.totalTimeoutMs,
    retry: { ...settings.retry, ...(retry === false ? { maxRetries: 0 } : checkRetry(retry ?? {})) },
  };
}

function checkRetry(options: RetryOptions): RetryOptions {
  const given = omitUndefined(options);
  for (const [name, value] of Object.entries(given)) {
    const isCount = name !== "maxRetries" || Number.isInteger(value) || value === Infinity;
    if (typeof value !== "number" || !(value >= 0) || !isCount) {
      throw new ConfigurationError(`retry.${name} must be a number of zero or more, not ${value}`);
    }
  }
  return given;
}

function positive(name: string, value: number | undefined): number | undefined {
  if (value === undefined || (typeof value === "number" && value > 0)) return value;
  throw new ConfigurationError(`${name} must be a number of milliseconds above zero, not ${value}`);
}
