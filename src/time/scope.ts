import { systemClock, type Clock } from "./clock.js";
import { onAbort, offAbort } from "./on-abort.js";

type Listener = (reason: unknown) => void;
type Source = AbortSignal | Scope | null | undefined;

/**
 * The lifetime of a call, of one attempt, or of the reading of a list: a cheap `AbortSignal`, created as a real one only when
 * asked for. It is not built from `AbortSignal.any` and `AbortSignal.timeout`: on Node 20 their combination never fires, and
 * the listeners that they leave on a long-lived signal are never removed.
 */
export class Scope {
  /** True once it has ended; `reason` says why. */
  ended = false;
  reason: unknown;
  /** True if its own timeout ended it. */
  timedOut = false;
  /** An array, because there are few listeners at a time and a set would cost more. */
  readonly #listeners: Listener[] = [];
  readonly #sources: readonly Source[];
  readonly #clock: Clock;
  #cancelTimer: (() => void) | undefined;
  #controller: AbortController | undefined;

  /**
   * @param sources signals and scopes that end this scope when they end
   * @param timeoutMs milliseconds after which it ends by itself; never unless given
   */
  constructor(sources: readonly Source[] = [], timeoutMs?: number, clock: Clock = systemClock) {
    this.#sources = sources;
    this.#clock = clock;
    for (const source of sources) {
      if (source instanceof Scope) source.onEnd(this.end);
      else if (source) onAbort(source, this.end);
    }
    this.startTimer(timeoutMs ?? Infinity);
  }

  /** Ends it, unless it has ended before. */
  readonly end = (reason: unknown): void => {
    if (this.ended) return;
    this.ended = true;
    this.reason = reason;
    // Taken one by one, because a listener may remove others.
    while (this.#listeners.length > 0) this.#listeners.shift()?.(reason);
  };

  /** Calls back with the reason when it ends, or at once if it already has. */
  onEnd(listener: Listener): void {
    if (this.ended) listener(this.reason);
    else this.#listeners.push(listener);
  }

  /** Removes a listener. */
  offEnd(listener: Listener): void {
    const index = this.#listeners.indexOf(listener);
    if (index >= 0) this.#listeners.splice(index, 1);
  }

  /** Throws the reason if it has ended. */
  check(): void {
    if (this.ended) throw this.reason;
  }

  /** Settles as the promise does, or rejects with the reason as soon as the scope ends: for code that may ignore signals. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onEnd(reject);
      promise.then(
        (value) => {
          this.offEnd(reject);
          resolve(value);
        },
        (error: unknown) => {
          this.offEnd(reject);
          reject(error);
        },
      );
    });
  }

  /** Resolves after `ms` milliseconds, or rejects with the reason when the scope ends first. Leaves no timer behind. */
  sleep(ms: number, clock: Clock): Promise<void> {
    let cancel = (): void => undefined;
    const elapsed = new Promise<void>((resolve) => (cancel = clock.setTimer(ms, resolve)));
    return this.race(elapsed).finally(() => cancel());
  }

  /** A signal that aborts when the scope ends, created on first use. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = (this.#controller = new AbortController());
      this.onEnd((reason) => controller.abort(reason));
    }
    return this.#controller.signal;
  }

  /** Ends it by itself after that many milliseconds from now, in place of the timeout that it has. */
  startTimer(timeoutMs: number): void {
    this.stopTimer();
    if (this.ended || timeoutMs === Infinity) return;
    this.#cancelTimer = this.#clock.setTimer(timeoutMs, () => {
      this.timedOut = !this.ended;
      this.end(new DOMException("timed out", "TimeoutError"));
    });
  }

  /** Cancels its timeout. */
  stopTimer(): void {
    this.#cancelTimer?.();
  }

  /** Cancels its timeout and removes its listeners from its sources. */
  release(): void {
    this.stopTimer();
    for (const source of this.#sources) {
      if (source instanceof Scope) source.offEnd(this.end);
      else if (source) offAbort(source, this.end);
    }
  }
}
