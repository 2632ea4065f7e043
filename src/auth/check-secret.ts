import { ConfigurationError } from "../errors/index.js";

/**
 * Checks a credential before `fetch` does, whose message would show the value. The usual mistake is a line break at the
 * end, from a file or a variable.
 *
 * @param name names the credential in the error
 * @throws {ConfigurationError} for a value that cannot be a credential
 */
export function checkSecret(value: unknown, name: string): asserts value is string {
  if (value === undefined || value === null || value === "")
    throw new ConfigurationError(`${name} is missing`);
  if (typeof value !== "string")
    throw new ConfigurationError(`${name} must be a string, not ${typeof value}`);
  if (!isSecret(value)) {
    throw new ConfigurationError(
      `${name} contains white space, a line break or a character outside ASCII; trim it`,
    );
  }
}

/** True for visible ASCII, which a header accepts (RFC 9110, section 5.5). */
export function isSecret(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}
