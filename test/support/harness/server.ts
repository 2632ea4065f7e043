import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../../src/time/clock.js";
import type { Answer, Fault } from "./responses.js";

/** A real server whose requests say, in the header `x-answer`, which answer they are to get. */
export interface Server {
  readonly url: string;
  /** The numbers of the requests that have arrived and get no answer, or not yet. */
  readonly holds: ReadonlySet<number>;
  /** Breaks all connections. */
  hangUp(): void;
  close(): Promise<void>;
}

interface ServerSettings {
  readonly clock: Clock;
  readonly answerOf: (index: number) => Answer;
}

export async function startServer({ clock, answerOf }: ServerSettings): Promise<Server> {
  const holds = new Set<number>();
  const server = createServer((request, response) => {
    const index = Number(request.headers["x-answer"]);
    const hold = (): void => {
      holds.add(index);
      response.on("close", () => holds.delete(index));
    };
    request.resume().on("end", () => {
      const answer = answerOf(index);
      if (typeof answer === "string") return fault(answer, request, response, hold);
      const { status = 200, headers = {}, body = status < 400 ? { id: "thing-1" } : "", afterMs } = answer;
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const send = (): void => {
        holds.delete(index);
        response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
      };
      if (afterMs === undefined) return send();
      hold();
      const cancel = clock.timer(afterMs, send);
      response.on("close", cancel);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    holds,
    hangUp: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PART = '{"id": "thi';

function fault(kind: Fault, { socket }: IncomingMessage, response: ServerResponse, hold: () => void): void {
  const beginBody = (then: () => void): void => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write(PART, then);
  };
  switch (kind) {
    case "reset":
      return void socket.resetAndDestroy();
    case "reset in body":
      return beginBody(() => socket.resetAndDestroy());
    case "close":
      return void socket.end();
    case "truncate":
      return beginBody(() => socket.end());
    case "stall":
      return hold();
    case "stall in body":
      return beginBody(hold);
    case "garbage":
      return void socket.end("This is not HTTP.\r\n\r\n");
    case "refuse":
    case "unknown host":
      throw new Error(`"${kind}" never reaches the server`);
  }
}
