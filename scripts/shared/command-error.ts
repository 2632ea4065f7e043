/** Something that whoever runs the command can put right: the message says what, and nothing else is printed. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}

/** The command was not called as it should be; its help follows the message. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
}
