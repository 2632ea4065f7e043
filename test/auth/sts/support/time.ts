import { onTestFinished, vi } from "vitest";
import type { Clock } from "../../../../src/time/clock.js";
import { manualClock } from "../../../support/clock.js";

/** The one time of a test, which passes for all alike: the client, the identity provider, Confluent Cloud. */
export interface Time {
  readonly clock: Clock;
  /** Lets seconds pass. */
  pass(seconds: number): void;
  /** How many timers the client has set. */
  timers(): number;
}

/** Time that stands still but for `pass`. Only the date is replaced, so that servers and sockets go on as ever. */
export function startTime(): Time {
  const date = Date.UTC(2030, 0, 1);
  // Backoff is as short as it gets.
  const clock = manualClock({ date, random: 0 });
  vi.useFakeTimers({ toFake: ["Date"], now: date });
  onTestFinished(() => void vi.useRealTimers());
  return {
    clock,
    pass(seconds) {
      vi.setSystemTime(clock.date() + seconds * 1000);
      clock.advance(seconds * 1000);
    },
    timers: () => clock.timers,
  };
}
