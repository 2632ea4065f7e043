/**
 * What a fake or a mock server was given cannot be used: a document, a port, or a package that is not installed. The command
 * prints its message alone.
 */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
