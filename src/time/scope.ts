import { systemClock, type Clock } from "./clock.js";
import { onAbort, offAbort } from "./on-abort.js";

type Listener = (reason: unknown) => void;
type Source = AbortSignal | Scope | null | undefined;

/**
 * The life of something that others may end: a call, one attempt of it, the reading of a list. What an `AbortSignal` is,
 * without its price, which each call would pay several times. Nor is it made of `AbortSignal.any` and
 * `AbortSignal.timeout`: on Node 20 a combination of the two never fires, and what it attaches to a long-lived signal
 * stays there.
 */
export class Scope {
  /** True once it has ended; `reason` says why. */
  ended = false;
  reason: unknown;
  /** True when it was its own time that ended it. */
  timedOut = false;
  /** Few at a time, for which a list is cheaper than a set. */
  readonly #listeners: Listener[] = [];
  readonly #sources: readonly Source[];
  #cancelTimer: (() => void) | undefined;
  #controller: AbortController | undefined;

  /**
   * @param sources end it when they end
   * @param timeoutMs ends it after so many milliseconds, by the clock; not by itself unless given
   */
  constructor(sources: readonly Source[] = [], timeoutMs?: number, clock: Clock = systemClock) {
    this.#sources = sources;
    for (const source of sources) {
      if (source instanceof Scope) source.onEnd(this.end);
      else if (source) onAbort(source, this.end);
    }
    if (timeoutMs === undefined || timeoutMs === Infinity) return;
    this.#cancelTimer = clock.timer(timeoutMs, () => {
      this.timedOut = !this.ended;
      this.end(new DOMException("timed out", "TimeoutError"));
    });
  }

  readonly end = (reason: unknown): void => {
    if (this.ended) return;
    this.ended = true;
    this.reason = reason;
    // One by one: a listener may take others away.
    while (this.#listeners.length > 0) this.#listeners.shift()?.(reason);
  };

  /** Calls back when it ends, or at once when it has. */
  onEnd(listener: Listener): void {
    if (this.ended) listener(this.reason);
    else this.#listeners.push(listener);
  }

  /** Calls back no more. */
  offEnd(listener: Listener): void {
    const index = this.#listeners.indexOf(listener);
    if (index >= 0) this.#listeners.splice(index, 1);
  }

  /** Throws its reason once it has ended. */
  check(): void {
    if (this.ended) throw this.reason;
  }

  /** The promise's outcome, or its own reason as soon as it ends: for what may not listen to signals itself. */
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

  /** Waits; rejects with its reason when it ends first. Nothing is left behind either way. */
  sleep(ms: number, clock: Clock): Promise<void> {
    let cancel = (): void => undefined;
    const over = new Promise<void>((resolve) => (cancel = clock.timer(ms, resolve)));
    return this.race(over).finally(() => cancel());
  }

  /** Aborts when it ends; made when somebody asks for it. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      const controller = (this.#controller = new AbortController());
      this.onEnd((reason) => controller.abort(reason));
    }
    return this.#controller.signal;
  }

  /** Lets the time no longer end it. */
  stopTimer(): void {
    this.#cancelTimer?.();
  }

  /** Lets go of its timer and of its sources. */
  release(): void {
    this.stopTimer();
    for (const source of this.#sources) {
      if (source instanceof Scope) source.offEnd(this.end);
      else if (source) offAbort(source, this.end);
    }
  }
}
