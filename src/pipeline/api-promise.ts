/** The data of a success, and the response that contained it. */
export interface DataWithResponse<T> {
  readonly data: T;
  /** The response: its status, its headers such as `Location`. Its body has been read, and can be read again. */
  readonly response: Response;
  /** The service's `X-Request-Id`, to quote to Confluent's support; undefined when the response has none. */
  readonly requestId: string | undefined;
}

/** The promise of a call: it resolves to the data, and tells the response to whoever asks. */
export interface ApiPromise<T> extends Promise<T> {
  /**
   * The data with its response. It belongs to the same call: nothing is sent again. Rejects as the promise itself does.
   *
   * @example
   * const { data, response } = await confluent.pim.v1.integrations.create(body).withResponse();
   * console.log(data.id, response.headers.get("Location"));
   */
  withResponse(): Promise<DataWithResponse<T>>;
}

/**
 * Makes the promise of a call an `ApiPromise`. It stays the same promise, so that a call costs no other.
 *
 * @param responseOf gives the response once the promise has resolved
 */
export function toApiPromise<T>(promise: Promise<T>, responseOf: () => Response): ApiPromise<T> {
  const apiPromise = promise as ApiPromise<T>;
  apiPromise.withResponse = async () => {
    const data = await promise;
    const response = responseOf();
    return { data, response, requestId: response.headers.get("x-request-id") ?? undefined };
  };
  return apiPromise;
}
