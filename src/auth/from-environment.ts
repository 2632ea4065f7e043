import { ConfigurationError } from "../errors/index.js";
import { apiKey } from "./api-key.js";
import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";
import { environment } from "./environment.js";

const KEY = "CONFLUENT_CLOUD_API_KEY";
const SECRET = "CONFLUENT_CLOUD_API_SECRET";

/**
 * The Cloud API key in the environment variables that Confluent's own tools read.
 *
 * @throws {ConfigurationError} when a variable is missing or cannot be a credential
 */
export function apiKeyFromEnvironment(): Auth {
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
