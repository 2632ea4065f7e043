import { systemClock, type Clock } from "./clock.js";
import { follow } from "./follow.js";

type Listener = (reason: unknown) => void;

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
  /** Lets the time no longer end it. */
  readonly stopTimer: () => void;
  readonly #listeners = new Set<Listener>();
  readonly #leave: (() => void)[];
  #controller: AbortController | undefined;

  /**
   * @param sources end it when they end
   * @param timeoutMs ends it after so many milliseconds, by the clock; not by itself unless given
   */
  constructor(
    sources: readonly (AbortSignal | Scope)[] = [],
    timeoutMs?: number,
    clock: Clock = systemClock,
  ) {
    const end = (reason: unknown): void => this.end(reason);
    this.#leave = sources.map((source) =>
      source instanceof Scope ? source.onEnd(end) : follow(source, end),
    );
    const timeOut = (): void => {
      this.timedOut = !this.ended;
      this.end(new DOMException("timed out", "TimeoutError"));
    };
    this.stopTimer =
      timeoutMs === undefined || timeoutMs === Infinity ? () => undefined : clock.timer(timeoutMs, timeOut);
  }

  end(reason: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.reason = reason;
    for (const listener of this.#listeners) listener(reason);
  }

  /** Calls back when it ends, or at once when it has; not after the function that this returns is called. */
  onEnd(listener: Listener): () => void {
    if (this.ended) listener(this.reason);
    else this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Throws its reason once it has ended. */
  check(): void {
    if (this.ended) throw this.reason;
  }

  /** The promise's outcome, or its own reason as soon as it ends: for what may not listen to signals itself. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onEnd(reject);
      const settleWith =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          this.#listeners.delete(reject);
          settle(value);
        };
      promise.then(settleWith(resolve), settleWith(reject));
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

  /** Lets go of its timer and of its sources. */
  readonly release = (): void => {
    this.stopTimer();
    for (const leave of this.#leave) leave();
  };
}
