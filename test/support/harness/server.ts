import type { Clock } from "../../../src/time/clock.js";
import { respond } from "../respond.js";
import { serve } from "../server.js";
import type { HarnessResponse } from "./responses.js";

/** A server whose requests carry, in the header `x-number`, the number of the response that they get. */
export interface HarnessServer {
  readonly url: string;
  /** The numbers of the requests that have arrived and get no response, or not yet. */
  readonly holds: ReadonlySet<number>;
  /** Breaks all connections. */
  hangUp(): void;
}

interface ServerSettings {
  readonly clock: Clock;
  readonly responseOf: (index: number) => HarnessResponse;
}

export async function startServer({ clock, responseOf }: ServerSettings): Promise<HarnessServer> {
  const holds = new Set<number>();
  const { url, server } = await serve(({ headers: { "x-number": number } }, response) => {
    const index = Number(number);
    const hold = (): void => {
      holds.add(index);
      response.on("close", () => holds.delete(index));
    };
    const scripted = responseOf(index);
    if (scripted === "refuse" || scripted === "unknown host")
      throw new Error(`"${scripted}" never reaches the server`);
    if (typeof scripted === "string") {
      respond(response, scripted, hold);
      return undefined;
    }

    const { status = 200, headers, stalls = false, afterMs } = scripted;
    const { body = status < 400 ? { id: "thing-1" } : "" } = scripted;
    const send = (): void => {
      holds.delete(index);
      const date = new Date(clock.epochMs()).toUTCString();
      const all = { "content-type": "application/json", date, ...headers };
      respond(response, { status, body, stalls, headers: all }, hold);
    };
    if (afterMs === undefined) {
      send();
    } else {
      hold();
      response.on("close", clock.setTimer(afterMs, send));
    }
    return undefined;
  });
  return { url, holds, hangUp: () => server.closeAllConnections() };
}
