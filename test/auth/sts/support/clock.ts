import { manualClock, type ManualClock } from "../../../support/clock.js";

/** The clock of a whole test: of the client, the identity provider and Confluent Cloud. Backoff is as short as possible. */
export function startClock(): ManualClock {
  return manualClock({ date: Date.UTC(2030, 0, 1), random: 0, setsDate: true });
}
