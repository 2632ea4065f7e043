import { ConfigurationError } from "../errors/index.js";
import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";

/** A Cloud API key. The Confluent Cloud Console shows its two halves once. */
export interface ApiKeyOptions {
  /** The key's identifier: the user name of HTTP Basic. A key for one resource, such as a Kafka cluster, does not work here. */
  key: string;
  /** The key's secret: the password of HTTP Basic. */
  secret: string;
}

/**
 * Authenticates with a Cloud API key over HTTP Basic (RFC 7617; `cloud-api-key` in the OpenAPI document).
 *
 * @throws {ConfigurationError} when a half is missing, is empty or contains a character that no key has
 * @example createClient({ auth: apiKey({ key: "ABCDEFGHIJKLMNOP", secret: await vault.read("confluent") }) })
 */
export function apiKey(options: ApiKeyOptions): Auth {
  // A program in JavaScript may leave them out.
  const given = (options as Partial<ApiKeyOptions> | undefined) ?? {};
  const { key, secret } = given;
  checkSecret(key, "apiKey: `key`");
  checkSecret(secret, "apiKey: `secret`");
  if (key.includes(":"))
    throw new ConfigurationError("apiKey: `key` contains a colon; pass the secret as `secret`");
  const value = `Basic ${btoa(`${key}:${secret}`)}`;
  return { authenticate: () => ({ authorization: () => value }) };
}
