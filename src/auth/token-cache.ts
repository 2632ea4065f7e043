import {
  REFRESH_AGAIN_AFTER_MS,
  REFRESH_BELOW_MS,
  REFRESH_WHEN_IDLE_MS,
  TOKEN_USABLE_ABOVE_MS,
} from "../defaults.js";
import { cloneError } from "../errors/clone-error.js";
import { ConfluentError } from "../errors/index.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import type { Authenticator } from "./auth.js";

/** A token as it was received. */
export interface FreshToken {
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  /** How long it is valid, in milliseconds. */
  readonly lifeMs: number;
}

/** Requests a token. The scope ends when the token is of no more use. */
export type TokenSource = (scope: Scope) => Promise<FreshToken>;

interface CachedToken extends FreshToken {
  /** Milliseconds, by the client's clock. */
  readonly expiresAt: number;
}

interface Renewal {
  readonly scope: Scope;
  readonly token: Promise<string>;
}

/**
 * Caches a token and renews it before it expires: in the background while the token is still usable, else all calls wait
 * for one shared request. Only a call starts a renewal, so an idle client does nothing.
 *
 * No caller can abort the shared request. Each caller stops waiting on its own signal, outside of this function. A failure
 * rejects all callers that wait, and is not cached. A renewal ends soon after the last call, because it would keep a finished
 * program alive.
 */
export function createTokenCache(getToken: TokenSource, clock: Clock): Authenticator {
  let cached: CachedToken | undefined;
  let renewal: Renewal | undefined;
  /** The earliest time of the next renewal in the background. */
  let retryAt = -Infinity;

  async function renew(scope: Scope): Promise<string> {
    try {
      const token = await getToken(scope);
      cached = { ...token, expiresAt: clock.now() + token.lifeMs };
      return token.authorization;
    } catch (error) {
      retryAt = clock.now() + REFRESH_AGAIN_AFTER_MS;
      throw error;
    } finally {
      scope.release();
      if (renewal?.scope === scope) renewal = undefined;
    }
  }

  function refresh(): Promise<string> {
    if (!renewal || renewal.scope.ended) {
      const scope = new Scope([], Infinity, clock);
      renewal = { scope, token: renew(scope) };
    }
    return renewal.token;
  }

  /** True when it expires within `ms`, or within half its life: a short-lived token would else be renewed at once. */
  const expiresWithin = ({ lifeMs, expiresAt }: CachedToken, ms: number): boolean =>
    expiresAt - clock.now() <= Math.min(ms, lifeMs / 2);

  return {
    hasOwnTimeout: true,
    authorization() {
      renewal?.scope.stopTimer();
      if (!cached || expiresWithin(cached, TOKEN_USABLE_ABOVE_MS)) return refresh().catch(rethrowCopy);
      // A failure in the background shows in the events of its requests, and rejects the calls that wait for a token later.
      if (expiresWithin(cached, REFRESH_BELOW_MS) && clock.now() >= retryAt) refresh().catch(() => undefined);
      return cached.authorization;
    },
    invalidate(refused) {
      if (cached?.authorization === refused) cached = undefined;
    },
    onIdle() {
      renewal?.scope.startTimer(REFRESH_WHEN_IDLE_MS);
    },
  };
}

function rethrowCopy(error: unknown): never {
  throw error instanceof ConfluentError ? cloneError(error) : error;
}
