import { REFRESH_AGAIN_AFTER_MS, REFRESH_BELOW_MS, TOKEN_USABLE_ABOVE_MS } from "../defaults.js";
import { cloneError } from "../errors/clone-error.js";
import { ConfluentError } from "../errors/index.js";
import type { Clock } from "../time/clock.js";
import type { Authenticator } from "./auth.js";

/** A token as it is got. */
export interface FreshToken {
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  /** Milliseconds that it is good for. */
  readonly lifeMs: number;
}

interface HeldToken extends FreshToken {
  /** By the client's clock. */
  readonly expiresAt: number;
}

/**
 * Authenticator that hold on to a token and replace it ahead of its end: in the background while it still has some life, else
 * everybody waits for the one request that is under way. What is to be done is decided when a call asks, so that an idle
 * client does nothing.
 *
 * The request for a token belongs to no caller. None can abort it, and each stops waiting on a signal of its own, which
 * is the business of whoever asks. A failure goes to all that wait, and is then forgotten.
 */
export function createTokenCache(getToken: () => Promise<FreshToken>, clock: Clock): Authenticator {
  let held: HeldToken | undefined;
  let underWay: Promise<string> | undefined;
  /** Nothing is done in the background before. */
  let againAt = -Infinity;

  async function replace(): Promise<string> {
    try {
      const token = await getToken();
      held = { ...token, expiresAt: clock.now() + token.lifeMs };
      return token.authorization;
    } catch (error) {
      againAt = clock.now() + REFRESH_AGAIN_AFTER_MS;
      throw error;
    } finally {
      underWay = undefined;
    }
  }

  const refresh = (): Promise<string> => (underWay ??= replace());

  /** True when less of its life is left; half of it where that is less, or a short-lived token would be replaced at once. */
  const hasLess = ({ lifeMs, expiresAt }: HeldToken, ms: number): boolean =>
    expiresAt - clock.now() <= Math.min(ms, lifeMs / 2);

  return {
    authorization() {
      if (!held || hasLess(held, TOKEN_USABLE_ABOVE_MS)) return refresh().catch(rethrowCopy);
      // A failure shows in the events of its requests, and to the calls that have to wait for a token later.
      if (hasLess(held, REFRESH_BELOW_MS) && clock.now() >= againAt) refresh().catch(() => undefined);
      return held.authorization;
    },
    invalidate(refused) {
      if (held?.authorization === refused) held = undefined;
    },
  };
}

function rethrowCopy(error: unknown): never {
  throw error instanceof ConfluentError ? cloneError(error) : error;
}
