import type { CompleteResponse, Fault } from "../respond.js";

/** What becomes of a request, as the tables write it. */
export type HarnessResponse =
  | Fault
  | TimedResponse
  /** Nothing listens on the port. */
  | "refuse"
  /** The host name does not resolve. */
  | "unknown host";

/** A success without a body has `{ "id": "thing-1" }`. */
export interface TimedResponse extends CompleteResponse {
  /** Milliseconds until the response is sent. */
  readonly afterMs?: number;
  /**
   * The number of requests in a row that get this response.
   *
   * @default 1
   */
  readonly times?: number;
}

/** One response for each request, in order; after the last, every request succeeds. */
export function responseFor(responses: readonly HarnessResponse[], index: number): HarnessResponse {
  let remaining = index;
  for (const response of responses) {
    remaining -= typeof response === "string" ? 1 : (response.times ?? 1);
    if (remaining < 0) return response;
  }
  return {};
}

/** A page of the list of things, with one thing; `next` is the token of the next page. */
export function thingsPage(id: string, next?: string): TimedResponse {
  const metadata = next === undefined ? {} : { next: `https://example.com/things?page_token=${next}` };
  return { body: { data: [{ id }], metadata } };
}
