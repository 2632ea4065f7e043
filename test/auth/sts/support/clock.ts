import { manualClock, type ManualClock } from "../../../support/clock.js";

/** The clock of a whole test: of the client, the identity provider and Confluent Cloud. */
export function startClock(): ManualClock {
  return manualClock({ epochMs: Date.UTC(2030, 0, 1), setsDate: true });
}
