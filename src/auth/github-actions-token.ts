import { ConfigurationError } from "../errors/index.js";
import { checkUrl } from "../http/check-url.js";
import { checkSecret } from "./check-secret.js";
import { environment } from "./environment.js";
import { requestToken } from "./request-token.js";
import type { SubjectTokenSource } from "./subject-token.js";

const URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
const TOKEN_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

/** Settings of `githubActionsToken`. */
export interface GithubActionsTokenOptions {
  /**
   * Whom the token is for, its `aud` claim; the filter of the identity pool should ask for the same.
   *
   * Default: GitHub's own, the URL of the repository's owner.
   */
  audience?: string;
}

/**
 * A source of subject tokens for `stsToken`: the ID token of the GitHub Actions job that the program runs in, asked for at
 * each exchange, as it is good for minutes only. The job needs `permissions: id-token: write`.
 *
 * The source throws the `ApiError` of the status when GitHub refuses, `ResponseFormatError` when the reply holds no token,
 * and `ConnectionError` or `TimeoutError` when none comes; `operation` is `githubActionsToken`.
 *
 * @see https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 * @throws {ConfigurationError} outside such a job, and in one without the permission
 * @example stsToken({ identityPoolId: "pool-12345", subjectToken: githubActionsToken({ audience: "confluent" }) })
 */
export function githubActionsToken({ audience }: GithubActionsTokenOptions = {}): SubjectTokenSource {
  const { [URL_VARIABLE]: address, [TOKEN_VARIABLE]: secret } = environment();
  if (!address || !secret) {
    throw new ConfigurationError(
      `githubActionsToken: ${address ? TOKEN_VARIABLE : URL_VARIABLE} is not set; it is in a job of GitHub Actions that has \`permissions: id-token: write\``,
    );
  }
  checkSecret(secret, `The environment variable ${TOKEN_VARIABLE}`);
  // Its query is GitHub's own; the rest is to be no other than a place for credentials.
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
      secret,
    };
    const { token } = await requestToken(send, tokenRequest, signal);
    return token;
  };
}
