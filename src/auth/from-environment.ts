import { ConfigurationError } from "../errors/index.js";
import { apiKey } from "./api-key.js";
import type { Auth } from "./auth.js";
import { isLoopback } from "../http/check-url.js";
import { checkSecret } from "./check-secret.js";
import { environment } from "./environment.js";

const KEY = "CONFLUENT_CLOUD_API_KEY";
const SECRET = "CONFLUENT_CLOUD_API_SECRET";

/**
 * The Cloud API key in the environment variables that Confluent's own tools read. It is for Confluent's hosts, and for
 * loopback, where mock servers are: another host must not get it because a variable happens to be set.
 *
 * @param baseUrl the URL that the key is to be sent to
 * @throws {ConfigurationError} when the URL names another host, or a variable is missing or cannot be a credential
 */
export function apiKeyFromEnvironment(baseUrl: string): Auth {
  const { hostname } = new URL(baseUrl);
  if (!hostname.endsWith(".confluent.cloud") && !isLoopback(hostname)) {
    throw new ConfigurationError(
      `No credentials for ${hostname}: ${KEY} is sent to Confluent's own hosts only; pass \`auth\` to createClient (noAuth() for none)`,
    );
  }
  const { [KEY]: key, [SECRET]: secret } = environment();
  if (!key && !secret) {
    throw new ConfigurationError(
      `No credentials: set ${KEY} and ${SECRET}, or pass \`auth\` to createClient`,
    );
  }
  checkSecret(key, `The environment variable ${KEY}`);
  checkSecret(secret, `The environment variable ${SECRET}`);
  return apiKey({ key, secret });
}
