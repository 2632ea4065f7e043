import type { Fetch } from "../../../index.js";
import type { Exchange } from "../exchange.js";
import { readBody, type BodyLimits } from "./read-body.js";

/** A `fetch` that keeps what went over the wire, and sends no more than so many requests. */
export interface Recorder {
  readonly fetch: Fetch;
  /** How many requests were sent. */
  readonly sent: () => number;
  /** Whether one more request than allowed was to be sent. */
  readonly isSpent: () => boolean;
  /** Aborted when one more request than allowed was to be sent. */
  readonly signal: AbortSignal;
  /** What was recorded since the last time, in order. */
  readonly take: () => Promise<readonly Exchange[]>;
}

/** The reason of the abort when all requests are spent. */
export const SPENT: unique symbol = Symbol("all requests are spent");

export function createRecorder(send: Fetch, maxRequests: number, limits?: BodyLimits): Recorder {
  const spent = new AbortController();
  let recorded: Promise<Exchange>[] = [];
  let sent = 0;
  /** The address of the last body, if it broke off. A connection may break once. */
  let truncated: string | undefined;
  return {
    sent: () => sent,
    isSpent: () => spent.signal.aborted,
    signal: spent.signal,
    take: async () => {
      const exchanges = await Promise.all(recorded);
      recorded = [];
      return exchanges;
    },
    fetch: async (request, init) => {
      if (sent >= maxRequests) {
        spent.abort(SPENT);
        throw new Error("all requests are spent");
      }
      sent++;
      const response = await send(request, init);
      const { method, url } = request;
      const { status, statusText, headers } = response;
      // A body that the client waits for no longer has not broken off.
      const reading = readBody(response, limits).then((read) =>
        request.signal.aborted ? { text: read.text, limit: "the time that a call has" } : read,
      );
      recorded.push(
        reading.then(({ text, limit: endless, broken }) => {
          const body = endless === undefined && broken === undefined ? text : undefined;
          return { method, url, status, headers: new Headers(headers), body, endless, broken };
        }),
      );
      const { text, limit, broken } = await reading;
      const isFirstBreak = broken === "body-truncated" && url !== truncated;
      truncated = broken === "body-truncated" ? url : undefined;
      // Else the client gets what came, and no failure of the connection: it would ask for the same body again.
      if ((limit === undefined && broken === undefined) || isFirstBreak) return response;
      return new Response(text, { status, statusText, headers });
    },
  };
}
