import type { StreamOptions } from "../operation.js";
import { decodeStream, streamOptions } from "./decode-stream.js";

/**
 * The values of a stream of JSON, as they come: newline-delimited (`application/x-ndjson`, `application/jsonl`), as text
 * sequences (`application/json-seq`, RFC 7464), or simply one after the other, as Kafka's REST API responds to a stream of
 * records. It can be read once. Leaving the loop cancels the stream.
 *
 * @param body the body of a response, such as the `data` of a call with `parseAs: "stream"`
 * @throws {ResponseFormatError} for a value that is not JSON, or is too large
 * @example
 * const { data } = await registry.GET("/events", { parseAs: "stream" });
 * for await (const event of readJsonStream<Event>(data)) console.log(event);
 */
export async function* readJsonStream<T = unknown>(
  body: ReadableStream<Uint8Array>,
  options: StreamOptions = {},
): AsyncGenerator<T, void, undefined> {
  const { maxItemLength, toError } = streamOptions(options);
  const splitter = createSplitter();
  const parse = (text: string): T => {
    try {
      return JSON.parse(text) as T;
    } catch (error) {
      throw toError("an item that is not JSON", error);
    }
  };
  for await (const text of decodeStream(body)) {
    for (const value of splitter.push(text)) yield parse(value);
    if (splitter.rest.length > maxItemLength)
      throw toError(`an item of more than ${maxItemLength} characters`);
  }
  const last = splitter.rest.trim();
  if (last !== "") yield parse(last);
}

/** Cuts a text that comes in pieces into the JSON values in it. */
interface Splitter {
  /** What has come of a value that is not complete. */
  readonly rest: string;
  /** Adds a piece, and gives the values that it completes. */
  push(piece: string): string[];
}

/** What each value of a JSON text sequence begins with (RFC 7464). */
const RECORD_SEPARATOR = "\x1e";
/** Where a value may begin or end: quotes, brackets, and what stands between values. */
const MARKS = /["\\{}[\]\s\p{Cc}]/gu;

function createSplitter(): Splitter {
  let rest = "";
  let depth = 0;
  let isString = false;
  /** The characters of the next piece that a backslash at the end of this one escapes. */
  let escaped = 0;

  function push(piece: string): string[] {
    const values: string[] = [];
    let start = 0;
    const cut = (end: number, next = end): void => {
      const value = (rest + piece.slice(start, end)).trim();
      if (value !== "") values.push(value);
      rest = "";
      start = next;
    };
    let at = escaped;
    escaped = 0;
    for (;;) {
      MARKS.lastIndex = at;
      const mark = MARKS.exec(piece)?.[0];
      if (mark === undefined) break;
      at = MARKS.lastIndex;
      if (mark === RECORD_SEPARATOR) {
        // Whatever was begun before it has been cut off.
        cut(at - 1, at);
        isString = false;
        depth = 0;
      } else if (isString) {
        if (mark === "\\") at += 1;
        isString = mark !== '"';
        if (!isString && depth === 0) cut(at);
      } else if (mark === '"' || mark === "{" || mark === "[") {
        if (depth === 0) cut(at - 1);
        if (mark === '"') isString = true;
        else depth += 1;
      } else if (mark === "}" || mark === "]") {
        depth = Math.max(0, depth - 1);
        if (depth === 0) cut(at);
      } else if (depth === 0) {
        cut(at - 1, at);
      }
    }
    escaped = Math.max(0, at - piece.length);
    rest += piece.slice(start);
    return values;
  }

  return {
    push,
    get rest() {
      return rest;
    },
  };
}
