import { ConfigurationError } from "../errors/index.js";

/**
 * Refuses what cannot be a credential before `fetch` does: its message would show the value. A line break at the end,
 * from a file or a variable, is the usual fault.
 */
export function checkSecret(value: unknown, name: string): asserts value is string {
  if (value === undefined || value === null || value === "")
    throw new ConfigurationError(`${name} is missing`);
  if (typeof value !== "string")
    throw new ConfigurationError(`${name} must be a string, not ${typeof value}`);
  if (!isSecret(value)) {
    throw new ConfigurationError(
      `${name} holds white space, a line break or a character outside ASCII; trim it`,
    );
  }
}

/** Visible ASCII and nothing else, as a header takes it. */
export function isSecret(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}
