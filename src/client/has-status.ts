interface WithResponse {
  readonly response: Response;
}

/** The variants of a result that the document declares for a status. */
type WithStatus<Result extends WithResponse, Status extends number> =
  Extract<Result, { response: { status: Status } }> extends infer Variant
    ? [Variant] extends [never]
      ? Result
      : Variant
    : never;

/**
 * True when the result of a path method has a status. Narrows `error` or `data` to the body that the document declares for
 * it.
 *
 * @example
 * const result = await confluent.POST("/pim/v1/integrations", { body });
 * if (hasStatus(result, 409)) console.error(result.error.errors[0]?.detail, result.response.headers.get("Location"));
 */
export function hasStatus<Result extends WithResponse, Status extends number>(
  result: Result,
  status: Status,
): result is Result & WithStatus<Result, Status> {
  return result.response.status === status;
}
