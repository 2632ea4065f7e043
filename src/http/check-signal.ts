import { ConfigurationError } from "../errors/index.js";

/**
 * Checks what should be an `AbortSignal`, by its shape: another realm has a class of its own.
 *
 * @param name names the option in the error
 * @throws {ConfigurationError} for anything else, such as the controller of a signal
 */
export function checkSignal(value: unknown, name: string): void {
  if (value === undefined || value === null) return;
  if (typeof (value as Partial<AbortSignal>).addEventListener === "function") return;
  throw new ConfigurationError(`${name} must be an AbortSignal, such as \`controller.signal\``);
}
