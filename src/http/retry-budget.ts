import { BUDGET_TOKENS } from "../defaults.js";

/**
 * What the retries of a client may cost. While the service answers, successes pay for the occasional retry; when it is
 * down the budget runs out, and a fleet of clients does not double the load that keeps it down.
 */
export interface RetryBudget {
  /** Takes the cost of a retry; false when there is not enough left. */
  take(cost: number): boolean;
  /** Gives back after a success: what its last retry cost, or one token where it needed none. */
  giveBack(cost: number): void;
}

export function createRetryBudget(): RetryBudget {
  let tokens = BUDGET_TOKENS;
  return {
    take(cost) {
      if (cost > tokens) return false;
      tokens -= cost;
      return true;
    },
    giveBack(cost) {
      tokens = Math.min(BUDGET_TOKENS, tokens + cost);
    },
  };
}
