import { ConfigurationError } from "../errors/index.js";
import { checkUrl } from "../http/check-url.js";
import { checkSecret } from "./check-secret.js";
import { environment } from "./environment.js";
import { requestToken } from "./request-token.js";
import type { SubjectTokenSource } from "./subject-token.js";

const URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
const TOKEN_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

/** The options of `githubActionsToken`. */
export interface GithubActionsTokenOptions {
  /**
   * The `aud` claim of the token. The filter of the identity pool should require the same value.
   *
   * @default GitHub's default, the URL of the repository's owner
   */
  audience?: string;
}

/**
 * A source of subject tokens for `stsToken`: the ID token of the GitHub Actions job that the program runs in. Such a token
 * is valid for minutes, so each exchange requests a new one. The job needs `permissions: id-token: write`.
 *
 * The source throws an `ApiError` when GitHub refuses, a `ResponseFormatError` when the response has no token, and a
 * `ConnectionError` or `TimeoutError` when there is no response. Their `operation` is `githubActionsToken`.
 *
 * @see https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 * @throws {ConfigurationError} outside such a job, and in one without the permission
 * @example stsToken({ identityPoolId: "pool-12345", subjectToken: githubActionsToken({ audience: "confluent" }) })
 */
export function githubActionsToken({ audience }: GithubActionsTokenOptions = {}): SubjectTokenSource {
  const { [URL_VARIABLE]: address, [TOKEN_VARIABLE]: secret } = environment();
  if (!address || !secret) {
    throw new ConfigurationError(
      `githubActionsToken: ${address ? TOKEN_VARIABLE : URL_VARIABLE} is not set; GitHub Actions sets it in a job that has \`permissions: id-token: write\``,
    );
  }
  checkSecret(secret, `The environment variable ${TOKEN_VARIABLE}`);
  // GitHub's URL has a query; the rest must be a URL that credentials may be sent to.
  checkUrl(address.split("?", 1)[0], `The environment variable ${URL_VARIABLE}`);
  const url = new URL(address);
  if (audience !== undefined) url.searchParams.set("audience", audience);

  return async ({ signal, send }) => {
    const tokenRequest = {
      request: new Request(url, {
        headers: { Accept: "application/json", Authorization: `Bearer ${secret}` },
        redirect: "manual",
      }),
      operation: "githubActionsToken",
      what: "the request for an ID token of GitHub Actions",
      check: "that the job has `permissions: id-token: write`",
      field: "value",
    };
    const { token } = await requestToken(send, tokenRequest, signal);
    return token;
  };
}
