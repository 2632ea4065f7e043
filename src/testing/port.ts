import { SetupError } from "./setup-error.js";

/** @throws {SetupError} for what is no port */
export function checkPort(port: number): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SetupError(`the port must be a whole number from 0 to 65535, not ${port}`);
}

/** Why a server cannot listen on a port; undefined when it is for another reason than the port. */
export function portProblem(error: unknown, port: number): string | undefined {
  // Prism gives the message alone.
  const reason = String(error instanceof Error && "code" in error ? error.code : error);
  const advice = "choose another one, or 0 for any that is free";
  if (reason.includes("EADDRINUSE")) return `port ${port} is in use: ${advice}`;
  if (reason.includes("EACCES")) return `port ${port} needs more rights than this program has: ${advice}`;
  return undefined;
}
