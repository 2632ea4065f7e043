import { MIN_DELAY_MS } from "../defaults.js";
import { ConfluentError } from "../errors/index.js";
import type { RetryOptions } from "../settings.js";
import { sleep, type Clock } from "../time/clock.js";
import type { Call, Layer } from "./layer.js";
import { isRepeatable, writes } from "./methods.js";
import type { RetryBudget } from "./retry-budget.js";
import { judgeAnswer, judgeFailure, type Verdict } from "./retry-verdict.js";

/** How an attempt ended. */
type End = { readonly answer: Response } | { readonly error: unknown };

/** How far a failure got. */
type Origin =
  /** The request was sent, and this is what became of it. */
  | "attempt"
  /** The gate did not let it through. */
  | "gate"
  /** Elsewhere, such as in a request for credentials, which has retries of its own. */
  | "elsewhere";

/** The layer that makes a failed attempt again where that is safe, may help, and there is time and budget for it. */
export function retry(clock: Clock, budget: RetryBudget): Layer {
  return (next) => async (request, call) => {
    const repeatable = call.repeatable || isRepeatable(request.method);
    let paid = 1;
    let before: End | undefined;
    for (let retries = 0; ; retries++) {
      const sent = call.history.attempts.length;
      const copy = request.body === null || call.sendsOnce ? request : request.clone();
      const end: End = await next(copy, call).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      );
      if ("error" in end) {
        const origin = originOf(end.error, call, sent);
        if (origin === "gate" && before) return settle(before);
        if (origin !== "attempt") throw end.error;
      }
      const verdict =
        "answer" in end
          ? judgeAnswer(end.answer, repeatable, clock.date())
          : judgeFailure(end.error, call.operation, repeatable);
      if (verdict.ambiguous && writes(request.method) && !call.repeatable) call.history.maybeApplied = true;

      const delayMs = delayBefore(verdict, retries, call, clock);
      if (delayMs === undefined || !budget.take(verdict.cost)) {
        if ("answer" in end && end.answer.ok) budget.giveBack(paid);
        return settle(end);
      }
      paid = verdict.cost;
      before = end;
      announce(call, end, delayMs);
      await sleep(delayMs, call.signal, clock);
    }
  };
}

function settle(end: End): Response {
  if ("error" in end) throw end.error;
  return end.answer;
}

/** Errors of this call share its list of attempts; those of a request for credentials have one of their own. */
function originOf(error: unknown, { history: { attempts } }: Call, sent: number): Origin {
  if (!(error instanceof ConfluentError) || error.attempts !== attempts) return "elsewhere";
  return attempts.length > sent ? "attempt" : "gate";
}

/** Milliseconds until the next attempt; undefined when there is to be none. */
function delayBefore(verdict: Verdict, retries: number, call: Call, clock: Clock): number | undefined {
  const { retry: options } = call.settings;
  if (!verdict.again || call.sendsOnce || call.signal.aborted || retries >= options.maxRetries)
    return undefined;
  const { hintMs } = verdict;
  if (hintMs !== undefined && hintMs > options.maxRetryAfterMs) return undefined;
  const delayMs = hintMs === undefined ? backoff(retries, options, clock) : hintMs + jitter(hintMs, clock);
  return clock.now() + delayMs < call.endsAt ? delayMs : undefined;
}

/** Full jitter: anything up to a bound that doubles each time, so that clients that failed together do not return together. */
function backoff(retries: number, { baseDelayMs, maxDelayMs }: Required<RetryOptions>, clock: Clock): number {
  const bound = Math.min(maxDelayMs, baseDelayMs * 2 ** retries);
  return Math.max(Math.min(MIN_DELAY_MS, maxDelayMs), Math.round(clock.random() * bound));
}

/** A little beyond what the service asked for, never less. */
function jitter(hintMs: number, clock: Clock): number {
  return Math.round(clock.random() * Math.min(1_000, MIN_DELAY_MS + hintMs / 10));
}

function announce({ operation, history, observe }: Call, end: End, delayMs: number): void {
  const { attempts } = history;
  const last = attempts.at(-1);
  if (last) attempts[attempts.length - 1] = { ...last, delayMs };
  const reason =
    "answer" in end ? end.answer.status : end.error instanceof Error ? end.error.name : String(end.error);
  observe?.({ type: "retry", operation, reason, delayMs, attempt: attempts.length + 1 });
}
