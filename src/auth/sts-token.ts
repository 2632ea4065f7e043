import { ASSUMED_TOKEN_LIFE_SECONDS, MAX_TOKEN_LIFE_SECONDS } from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import { checkUrl } from "../http/check-url.js";
import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";
import { requestToken } from "./request-token.js";
import { getSubjectToken, type SubjectTokenSource } from "./subject-token.js";
import { createTokenCache, type TokenSource } from "./token-cache.js";

const OPERATION = "exchangeStsV1OauthToken";
const PATH = "/sts/v1/oauth2/token";

/** The options of `stsToken`. */
export interface StsTokenOptions {
  /**
   * The id of an identity pool, such as `pool-12345`. The subject token must pass its filter; the access token has its
   * permissions.
   */
  identityPoolId: string;
  /**
   * A JWT of your identity provider, which must be registered with Confluent Cloud; or a source, which is called for each
   * exchange: `githubActionsToken()`, `tokenFile(path)` (Kubernetes, Azure workload identity), or a function of your own. A
   * JWT is valid for minutes, so a program that runs longer needs a source. In a GitLab job, which has the JWT in a
   * variable, the variable's value is enough.
   */
  subjectToken: string | SubjectTokenSource;
  /**
   * How long the access token is valid, in seconds, from 1 to 900.
   *
   * @default 900, by the service
   */
  expiresInSeconds?: number;
  /**
   * The URL of the token exchange. `http:` is accepted for loopback only.
   *
   * @default `<baseUrl>/sts/v1/oauth2/token`
   */
  tokenUrl?: string;
}

/**
 * Authenticates without a long-lived secret: Confluent Cloud's security token service exchanges a token of your identity
 * provider for an access token (RFC 8693, section 2; `confluent-sts-access-token` and `exchangeStsV1OauthToken` in the
 * OpenAPI document).
 *
 * All calls of a client share one access token. It is renewed before it expires, and after a 401. A failed exchange rejects
 * the calls that wait for it, those of the path methods too; the next call tries again. The errors, whose `operation` is
 * `exchangeStsV1OauthToken`:
 *
 * - `ApiError`, in the class of its status, when the exchange is refused
 * - `ResponseFormatError` when the response has no token
 * - `ConnectionError` when there is no response
 * - `TimeoutError` when there is no response in time, or no subject token within `timeoutMs`
 * - the error that the source throws
 *
 * @throws {ConfigurationError} when an option is missing or invalid
 * @example
 * createClient({ auth: stsToken({ identityPoolId: "pool-12345", subjectToken: githubActionsToken() }) });
 */
export function stsToken(options: StsTokenOptions): Auth {
  // A program in JavaScript may leave them out.
  const given = (options as Partial<StsTokenOptions> | undefined) ?? {};
  const { identityPoolId, subjectToken, expiresInSeconds, tokenUrl } = given;
  checkSecret(identityPoolId, "stsToken: `identityPoolId`");
  if (typeof subjectToken !== "function") checkSecret(subjectToken, "stsToken: `subjectToken`");
  if (expiresInSeconds !== undefined) checkLife(expiresInSeconds);
  const url = tokenUrl === undefined ? undefined : checkUrl(tokenUrl, "stsToken: `tokenUrl`");

  return {
    authenticate(context) {
      const exchange: TokenSource = async (scope) => {
        const subject = await getSubjectToken(subjectToken, OPERATION, context, scope);
        const tokenRequest = {
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
            // Sends the subject token nowhere else. "error" would look like a broken connection, and some runtimes lack it.
            redirect: "manual",
          }),
          operation: OPERATION,
          what: "the token exchange",
          check: "`identityPoolId`, the pool's filter, the subject token's audience and expiry, and the URL",
          field: "access_token",
        };
        const { token, body } = await requestToken(context.send, tokenRequest, scope.signal);
        const seconds = Number(body["expires_in"]);
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
