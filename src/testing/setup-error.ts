/**
 * What a fake or a mock server was given cannot be used: a document, a port, or a package that is not installed. The command
 * prints its message alone.
 */
export class SetupError extends Error {
  /** To tell it by, where its class is not at hand. */
  override readonly name = "SetupError";
}
