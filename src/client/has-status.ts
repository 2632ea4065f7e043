/** A result of the path API, as far as its status goes. */
interface Answered {
  readonly response: Response;
}

/** What a result with one status is: the arms of its type that the document declares for it. */
type WithStatus<Result extends Answered, Status extends number> =
  Extract<Result, { response: { status: Status } }> extends infer Arm
    ? [Arm] extends [never]
      ? Result
      : Arm
    : never;

/**
 * Tells whether a result of the path API has a status, and narrows `error` or `data` to the body that the document declares
 * for it.
 *
 * @example
 * const result = await confluent.POST("/pim/v1/integrations", { body });
 * if (hasStatus(result, 409)) console.error(result.error.errors[0]?.detail, result.response.headers.get("Location"));
 */
export function hasStatus<Result extends Answered, Status extends number>(
  result: Result,
  status: Status,
): result is Result & WithStatus<Result, Status> {
  return result.response.status === status;
}
