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
      // A body that breaks off is nothing to hold against a document.
      const reading = readBody(response, limits).catch(() => undefined);
      recorded.push(
        reading.then((read) => ({
          method,
          url,
          status,
          headers: new Headers(headers),
          body: read?.limit === undefined ? read?.text : undefined,
          endless: read?.limit,
        })),
      );
      const read = await reading;
      // The client gets what came, and no failure of the connection: it would ask for the same body again.
      return read?.limit === undefined ? response : new Response(read.text, { status, statusText, headers });
    },
  };
}
