import type { StreamOptions } from "../operation.js";
import { decodeStream, streamOptions } from "./decode-stream.js";

/** An event of a `text/event-stream`. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerSentEvent<Data = string> {
  /** Its type; `message` unless the service names one. */
  readonly event: string;
  /** What it carries. */
  readonly data: Data;
  /** The id of this event, or of the last one that had one: where to go on after a break, as `Last-Event-ID`. */
  readonly id?: string;
  /** Milliseconds after which the service asks a client that lost the connection to connect again. */
  readonly retry?: number;
}

/**
 * The events of a `text/event-stream`, as they come. It can be read once. Leaving the loop cancels the stream. A connection
 * that breaks is an error: it is not opened again.
 *
 * @param body the body of a response, such as the `data` of a call with `parseAs: "stream"`
 * @throws {ResponseFormatError} for an event that is too large
 * @example
 * const { data } = await client.GET("/events", { parseAs: "stream" });
 * for await (const { event, data } of readEventStream(data)) console.log(event, data);
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  options: StreamOptions = {},
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const { maxItemLength, toError } = streamOptions(options);
  let lines: string[] = [];
  let length = 0;
  let event = "";
  let id = "";
  let retry: number | undefined;

  /** Takes a line of an event in; a blank one ends it. Gives the event that it ends. */
  const take = (line: string): ServerSentEvent | undefined => {
    if (line === "") {
      const ended = lines.length > 0 && {
        event: event || "message",
        data: lines.join("\n"),
        ...(id !== "" && { id }),
        ...(retry !== undefined && { retry }),
      };
      [lines, length, event, retry] = [[], 0, "", undefined];
      return ended || undefined;
    }
    const [, name = "", value = ""] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (name === "data") {
      lines.push(value);
      length += value.length;
    } else if (name === "event") event = value;
    else if (name === "id" && !value.includes("\0")) id = value;
    else if (name === "retry" && /^\d+$/.test(value)) retry = Number(value);
    return undefined;
  };

  let rest = "";
  let endedInReturn = false;
  for await (const text of decodeStream(body)) {
    if (text === "") continue;
    // A line feed may come apart from the carriage return before it.
    const [first = "", ...more] = text
      .slice(endedInReturn && text.startsWith("\n") ? 1 : 0)
      .split(/\r\n|\r|\n/);
    endedInReturn = text.endsWith("\r");
    rest += first;
    for (const next of more) {
      const ended = take(rest);
      rest = next;
      if (ended) yield ended;
    }
    if (length + rest.length > maxItemLength)
      throw toError(`an event of more than ${maxItemLength} characters`);
  }
}

/**
 * As {@link readEventStream}, for events whose data is JSON.
 *
 * @throws {ResponseFormatError} for data that is not JSON
 */
export async function* readJsonEventStream<Data = unknown>(
  body: ReadableStream<Uint8Array>,
  options: StreamOptions = {},
): AsyncGenerator<ServerSentEvent<Data>, void, undefined> {
  const { toError } = streamOptions(options);
  for await (const event of readEventStream(body, options)) {
    let data: Data;
    try {
      data = JSON.parse(event.data) as Data;
    } catch (error) {
      throw toError("an event whose data is not JSON", error);
    }
    yield { ...event, data };
  }
}
