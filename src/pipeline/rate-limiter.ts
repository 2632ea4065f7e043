import { BASE_DELAY_MS, PROBE_INTERVAL_MS, MIN_DELAY_MS } from "../defaults.js";
import { TimeoutError } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import type { Clock } from "../time/clock.js";
import type { ReadResponse, Call, Layer } from "./call.js";
import { readRateLimit, type RateLimit } from "../http/rate-limit-headers.js";
import { parseRetryAfterMs } from "../http/retry-after.js";

interface RateLimiterSettings {
  readonly clock: Clock;
  /** The most requests in flight at once. */
  readonly maxConcurrency: number;
  /** The longest pause that an answer can bring about, in milliseconds. */
  readonly maxPauseMs: number;
  readonly observe: Observer | undefined;
}

/** A request that is held back. */
interface Waiter {
  readonly call: Call;
  readonly go: (turn: Leave) => void;
  readonly giveUp: (reason: unknown) => void;
}

/** Ends the turn of a request, with the answer if one came. */
type Leave = (answer: Response | undefined) => void;

/** Lets the requests of a client through as fast as the service takes them, and no faster. */
export interface RateLimiter {
  /** The layer that sends each request through the rateLimiter. */
  readonly layer: Layer;
  /** What the service last said; undefined until it has said something. */
  readonly rateLimit: () => RateLimit | undefined;
}

/**
 * Three things hold a request back: others in flight, a window of the service that is used up, and a pause after the service
 * said so. When a pause ends, as many requests follow as a window is known to hold; where that is not known one goes
 * ahead, and each answer widens the rateLimiter, so that the service is not overrun by all that waited.
 */
export function createRateLimiter({
  clock,
  maxConcurrency,
  maxPauseMs,
  observe,
}: RateLimiterSettings): RateLimiter {
  const waiting = new Set<Waiter>();
  let rateLimit: RateLimit | undefined;
  let inFlight = 0;
  /** How many may be in flight. */
  let width = maxConcurrency;
  /** Requests left in the window, as far as the service told. */
  let left = Infinity;
  let resumesAt = -Infinity;
  /** Counts pauses; what an answer says of a window before the last pause is out of date. */
  let window = 0;
  let cancelTimer: (() => void) | undefined;

  /** One request may always go, or nothing would ever tell that a window is new. */
  const isOpen = (): boolean =>
    clock.now() >= resumesAt && (inFlight === 0 || (inFlight < width && left > 0));

  function take(): Leave {
    inFlight++;
    left--;
    const sentIn = window;
    return (answer) => {
      inFlight--;
      stopTimer();
      if (answer) learn(answer, sentIn);
      admit();
    };
  }

  function admit(): void {
    for (const { go } of waiting) {
      if (!isOpen()) break;
      go(take());
    }
    // One timer for all that wait, and none where nobody does.
    if (waiting.size === 0) return;
    const pausedMs = resumesAt - clock.now();
    if (pausedMs > 0) cancelTimer ??= clock.timer(pausedMs, wake);
    else if (inFlight < maxConcurrency) cancelTimer ??= clock.timer(PROBE_INTERVAL_MS, tryAnother);
  }

  /** Those that went ahead give no answer: one more may find out. */
  function tryAnother(): void {
    width = Math.max(width, inFlight + 1);
    left = Math.max(left, 1);
    wake();
  }

  function wake(): void {
    cancelTimer = undefined;
    admit();
  }

  function learn(answer: Response, sentIn: number): void {
    const { limit, remaining, resetMs } = readRateLimit(answer);
    if (limit !== undefined || remaining !== undefined || resetMs !== undefined) {
      rateLimit = {
        ...rateLimit,
        ...(limit !== undefined && { limit }),
        ...(remaining !== undefined && { remaining }),
        ...(resetMs !== undefined && { resetAt: new Date(clock.date() + resetMs) }),
      };
    }
    if (answer.status === 429) pause(parseRetryAfterMs(answer, clock.date()) ?? BASE_DELAY_MS);
    else if (sentIn !== window) return;
    else if (remaining === 0 && resetMs !== undefined) pause(resetMs);
    else {
      // Those in flight are not counted in what the service says is left.
      if (remaining !== undefined) left = remaining - inFlight;
      // By our count nothing is left; the service, which would know, does not say so.
      else if (left <= 0) left = Infinity;
      if (answer.status < 500) width = Math.min(maxConcurrency, width * 2);
    }
  }

  function pause(ms: number): void {
    const delayMs = Math.min(ms, maxPauseMs);
    const limit = rateLimit?.limit;
    window++;
    left = limit ?? Infinity;
    width = limit === undefined ? 1 : maxConcurrency;
    const now = clock.now();
    const extendsMs = now + delayMs - Math.max(resumesAt, now);
    if (extendsMs <= 0) return;
    resumesAt = now + delayMs;
    stopTimer();
    for (const { call, giveUp } of waiting) if (call.endsAt <= resumesAt) giveUp(tooLate(call));
    // Several answers of the same moment tell of the same pause.
    if (extendsMs > MIN_DELAY_MS) observe?.({ type: "pause", delayMs });
  }

  function stopTimer(): void {
    cancelTimer?.();
    cancelTimer = undefined;
  }

  async function waitForTurn(call: Call): Promise<Leave> {
    if (resumesAt >= call.endsAt) throw tooLate(call);
    return new Promise((resolve, reject) => {
      const leaveQueue =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          call.scope.offEnd(waiter.giveUp);
          waiting.delete(waiter);
          if (waiting.size === 0) stopTimer();
          settle(value);
        };
      const waiter: Waiter = { call, go: leaveQueue(resolve), giveUp: leaveQueue(reject) };
      call.scope.onEnd(waiter.giveUp);
      waiting.add(waiter);
      admit();
    });
  }

  const layer: Layer = (next) => async (request, call) => {
    call.scope.check();
    const leave = waiting.size === 0 && isOpen() ? take() : await waitForTurn(call);
    let answer: ReadResponse | undefined;
    try {
      return (answer = await next(request, call));
    } finally {
      leave(answer?.response);
    }
  };
  return { layer, rateLimit: () => rateLimit };
}

function tooLate(call: Call): TimeoutError {
  const message = `The service's rate limit is used up until after the call's deadline (${call.operation})`;
  return new TimeoutError(message, call);
}
