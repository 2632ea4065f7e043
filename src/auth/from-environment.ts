import { ConfigurationError } from "../errors/index.js";
import { apiKey } from "./api-key.js";
import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";

const KEY = "CONFLUENT_CLOUD_API_KEY";
const SECRET = "CONFLUENT_CLOUD_API_SECRET";

/** No variables in a browser. */
function environment(): Record<string, string | undefined> {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env ?? {};
}

/** The Cloud API key in the variables that Confluent's own tools read. */
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
