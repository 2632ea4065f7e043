/** An error that the user can correct: only its message is printed. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}

/** Wrong arguments: the message is followed by the command that prints help. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
}
