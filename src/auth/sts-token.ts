import { ASSUMED_TOKEN_LIFE_SECONDS, MAX_TOKEN_LIFE_SECONDS } from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import { checkUrl } from "../http/check-url.js";
import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";
import { requestToken } from "./request-token.js";
import { getSubjectToken, type SubjectTokenSource } from "./subject-token.js";
import { createTokenCache, type FreshToken } from "./token-cache.js";

const OPERATION = "exchangeStsV1OauthToken";
const PATH = "/sts/v1/oauth2/token";

/** What is exchanged for an access token of Confluent Cloud, and where. */
export interface StsTokenOptions {
  /** The identity pool whose filter the subject token passes, and whose permissions the access token has: `pool-xxxxx`. */
  identityPoolId: string;
  /**
   * A JWT of your own identity provider, which is registered with Confluent Cloud. Such tokens live for minutes, so a program
   * that goes on for longer passes a source, which is asked at every exchange: `githubActionsToken()`, `tokenFile(path)`
   * (Kubernetes, Azure workload identity), or a function of your own, for anything that hands out tokens. For a job of
   * GitLab and its like, which have the token in a variable, the variable's value will do.
   */
  subjectToken: string | SubjectTokenSource;
  /** Seconds that the access token is to be good for, from 1 to 900. Default: the service's own, 900. */
  expiresInSeconds?: number;
  /** Where tokens are exchanged. `http:` is accepted for loopback only. Default: `<baseUrl>/sts/v1/oauth2/token`. */
  tokenUrl?: string;
}

/**
 * Authenticates with an access token that Confluent Cloud's security token service gives for a token of your own identity
 * provider, so that no long-lived secret is needed (RFC 8693, section 2; `confluent-sts-access-token` and
 * `exchangeStsV1OauthToken` in the OpenAPI document).
 *
 * All calls of a client share one access token, which is exchanged anew ahead of its end, and after a 401. A failed exchange
 * fails the calls that wait for it, on the path methods too, and is tried again by the next: with the `ApiError` of its
 * status, and `operation` `exchangeStsV1OauthToken`; with `ResponseFormatError` when the reply holds no token; with
 * `TimeoutError`, also when the source does not give a subject token within `timeoutMs`; with `ConnectionError`; and with
 * whatever the source throws.
 *
 * @throws {ConfigurationError} when an option is missing or will not do
 * @example
 * createClient({ auth: stsToken({ identityPoolId: "pool-12345", subjectToken: githubActionsToken() }) });
 */
export function stsToken({
  identityPoolId,
  subjectToken,
  expiresInSeconds,
  tokenUrl,
}: StsTokenOptions): Auth {
  checkSecret(identityPoolId, "stsToken: `identityPoolId`");
  if (typeof subjectToken !== "function") checkSecret(subjectToken, "stsToken: `subjectToken`");
  if (expiresInSeconds !== undefined) checkLife(expiresInSeconds);
  const url = tokenUrl === undefined ? undefined : checkUrl(tokenUrl, "stsToken: `tokenUrl`");

  return {
    authenticate(context) {
      const exchange = async (): Promise<FreshToken> => {
        const subject = await getSubjectToken(subjectToken, OPERATION, context);
        const { token, reply } = await requestToken(context.send, {
          request: new Request(url ?? context.baseUrl + PATH, {
            method: "POST",
            headers: { Accept: "application/json" },
            body: new URLSearchParams({
              grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
              subject_token: subject,
              subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
              requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
              identity_pool_id: identityPoolId,
              ...(expiresInSeconds !== undefined && { expires_in: String(expiresInSeconds) }),
            }),
            // A subject token goes nowhere else. Not "error", which looks like a broken connection, and which some runtimes lack.
            redirect: "manual",
          }),
          operation: OPERATION,
          what: "the token exchange",
          check: "`identityPoolId`, the pool's filter, the subject token's audience and expiry, and the URL",
          field: "access_token",
          secret: subject,
        });
        const seconds = Number(reply["expires_in"]);
        const lifeMs = (seconds > 0 ? seconds : ASSUMED_TOKEN_LIFE_SECONDS) * 1000;
        return { authorization: `Bearer ${token}`, lifeMs };
      };
      return createTokenCache(exchange, context.clock);
    },
  };
}

function checkLife(seconds: number): void {
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= MAX_TOKEN_LIFE_SECONDS) return;
  throw new ConfigurationError(
    `stsToken: \`expiresInSeconds\` must be a whole number from 1 to ${MAX_TOKEN_LIFE_SECONDS}, not ${seconds}`,
  );
}
