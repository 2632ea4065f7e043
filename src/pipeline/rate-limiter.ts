import { BASE_DELAY_MS, MIN_DELAY_MS, PROBE_INTERVAL_MS } from "../defaults.js";
import { TimeoutError } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import { readRateLimit, type RateLimit, type RateLimitHeaders } from "../http/rate-limit-headers.js";
import type { ReadResponse } from "../http/read-body.js";
import { parseRetryAfterMs } from "../http/retry-after.js";
import type { Clock } from "../time/clock.js";
import type { Call, Layer } from "./call.js";

interface RateLimiterOptions {
  readonly clock: Clock;
  /** The most requests in flight at once. */
  readonly maxConcurrency: number;
  /** The longest pause that a response can cause, in milliseconds. */
  readonly maxPauseMs: number;
  readonly observe: Observer | undefined;
}

/** A queued request. */
interface QueuedRequest {
  readonly call: Call;
  readonly start: (release: Release) => void;
  readonly reject: (reason: unknown) => void;
}

/** Ends a request that was in flight, with its response if there was one. */
type Release = (response: Response | undefined) => void;

/** Sends the requests of a client as fast as the service accepts them, and no faster. */
export interface RateLimiter {
  /** The layer that sends each request through the rate limiter. */
  readonly layer: Layer;
  /** What the service last said about its rate limit; undefined until it has said something. */
  readonly rateLimit: () => RateLimit | undefined;
}

/**
 * Three things hold a request back: too many others in flight, a window of the service that is used up, and a pause that the
 * service asked for. After a pause as many requests are sent as the new window is known to hold. Where that is not known one
 * is sent as a probe, and each response doubles the concurrency, so that the queue does not overrun the service.
 */
export function createRateLimiter({
  clock,
  maxConcurrency,
  maxPauseMs,
  observe,
}: RateLimiterOptions): RateLimiter {
  const queue = new Set<QueuedRequest>();
  let rateLimit: RateLimit | undefined;
  let inFlight = 0;
  /** How many requests may be in flight now. */
  let concurrency = maxConcurrency;
  /** Requests that the window still allows, as far as the service said. */
  let remaining = Infinity;
  let resumesAt = -Infinity;
  /** Counts pauses: what a response says about a window before the last pause is out of date. */
  let window = 0;
  let cancelTimer: (() => void) | undefined;

  /** One request is always allowed, or no response would ever announce a new window. */
  const hasCapacity = (): boolean =>
    clock.now() >= resumesAt && (inFlight === 0 || (inFlight < concurrency && remaining > 0));

  /** Counts a request as in flight until the function that it returns is called. */
  function acquire(): Release {
    inFlight++;
    remaining--;
    const sentIn = window;
    return (response) => {
      inFlight--;
      stopTimer();
      if (response) update(response, sentIn);
      drain();
    };
  }

  /** Sends queued requests while there is capacity, and sets a timer for the others. */
  function drain(): void {
    for (const { start } of queue) {
      if (!hasCapacity()) break;
      start(acquire());
    }
    // One timer for the whole queue, and none while it is empty.
    if (queue.size === 0) return;
    const pausedMs = resumesAt - clock.now();
    if (pausedMs > 0) cancelTimer ??= clock.setTimer(pausedMs, resume);
    else if (inFlight < maxConcurrency) cancelTimer ??= clock.setTimer(PROBE_INTERVAL_MS, probeAgain);
  }

  /** The probes in flight get no response: another one may. */
  function probeAgain(): void {
    concurrency = Math.max(concurrency, inFlight + 1);
    remaining = Math.max(remaining, 1);
    resume();
  }

  function resume(): void {
    cancelTimer = undefined;
    drain();
  }

  /** Adapts to what a response says about the rate limit. */
  function update(response: Response, sentIn: number): void {
    const headers = readRateLimit(response);
    rateLimit = mergeRateLimit(rateLimit, headers, clock);
    if (response.status === 429) pause(parseRetryAfterMs(response, clock.epochMs()) ?? BASE_DELAY_MS);
    else if (sentIn !== window) return;
    else if (headers.remaining === 0 && headers.resetMs !== undefined) pause(headers.resetMs);
    else {
      // The service has not counted the requests in flight yet.
      if (headers.remaining !== undefined) remaining = headers.remaining - inFlight;
      // By our count the window is used up, but the service knows better, and does not say so.
      else if (remaining <= 0) remaining = Infinity;
      if (response.status < 500) concurrency = Math.min(maxConcurrency, concurrency * 2);
    }
  }

  function pause(ms: number): void {
    const delayMs = Math.min(ms, maxPauseMs);
    const limit = rateLimit?.limit;
    window++;
    remaining = limit ?? Infinity;
    concurrency = limit === undefined ? 1 : maxConcurrency;
    const now = clock.now();
    const extendsMs = now + delayMs - Math.max(resumesAt, now);
    if (extendsMs <= 0) return;
    resumesAt = now + delayMs;
    stopTimer();
    for (const { call, reject } of queue) if (call.endsAt <= resumesAt) reject(resetTooLateError(call));
    // Several responses at the same moment announce the same pause.
    if (extendsMs > MIN_DELAY_MS) observe?.({ type: "pause", delayMs });
  }

  function stopTimer(): void {
    cancelTimer?.();
    cancelTimer = undefined;
  }

  async function enqueue(call: Call): Promise<Release> {
    if (resumesAt >= call.endsAt) throw resetTooLateError(call);
    return new Promise((resolve, reject) => {
      const dequeueAnd =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          call.scope.offEnd(queued.reject);
          queue.delete(queued);
          if (queue.size === 0) stopTimer();
          settle(value);
        };
      const queued: QueuedRequest = { call, start: dequeueAnd(resolve), reject: dequeueAnd(reject) };
      call.scope.onEnd(queued.reject);
      queue.add(queued);
      drain();
    });
  }

  const layer: Layer = (next) => async (request, call) => {
    call.scope.check();
    const release = queue.size === 0 && hasCapacity() ? acquire() : await enqueue(call);
    let received: ReadResponse | undefined;
    try {
      return (received = await next(request, call));
    } finally {
      release(received?.response);
    }
  };
  return { layer, rateLimit: () => rateLimit };
}

/** What was known before, with what a response says now; many responses say nothing, or not everything. */
function mergeRateLimit(
  known: RateLimit | undefined,
  { limit, remaining, resetMs }: RateLimitHeaders,
  clock: Clock,
): RateLimit | undefined {
  if (limit === undefined && remaining === undefined && resetMs === undefined) return known;
  return {
    ...known,
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetMs !== undefined && { resetAt: new Date(clock.epochMs() + resetMs) }),
  };
}

/** The rate limit resets too late for a call. */
export function resetTooLateError({ operation, attempts }: Call): TimeoutError {
  const message = `The service's rate limit resets only after the call's total timeout (${operation})`;
  return new TimeoutError(message, { operation, attempts });
}
