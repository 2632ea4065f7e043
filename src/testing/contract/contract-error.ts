/** A problem with what was given, or with the service, that the user can correct. The command prints its message alone. */
export class ContractError extends Error {
  override readonly name = "ContractError";
}
