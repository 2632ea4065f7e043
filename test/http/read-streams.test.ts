import { describe, expect, test } from "vitest";
import {
  readEventStream,
  readJsonEventStream,
  readJsonStream,
  ResponseFormatError,
} from "../../src/index.js";
import { rejection } from "../support/rejection.js";

const encoder = new TextEncoder();

/** A stream of bytes in pieces of a size. */
function streamOf(text: string, size = Infinity): ReadableStream<Uint8Array> {
  const bytes = encoder.encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += Math.min(size, bytes.length);
    },
  });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

/** Whole, and cut at every place that a network may cut at. */
const SIZES = [Infinity, 1, 2, 3, 7];

describe("readJsonStream", () => {
  const values = [{ a: 'é {["}] \\" \n' }, [1, [2, {}]], "text \\", 7, true, null, {}, "", -1.5e3];
  const texts = values.map((value) => JSON.stringify(value));
  test.each([
    ["lines", `${texts.join("\n")}\n`],
    ["lines without the last break, with blank ones and returns", `\n${texts.join("\r\n\r\n")}`],
    ["a text sequence", texts.map((text) => `\x1e${text}\n`).join("")],
    ["one after the other", texts.join(" ")],
    ["over several lines", values.map((value) => JSON.stringify(value, null, 2)).join("\n")],
  ])("reads values as %s", async (_, text) => {
    for (const size of SIZES) expect(await all(readJsonStream(streamOf(text, size)))).toEqual(values);
  });

  test("reads objects and strings with nothing between them", async () => {
    for (const size of SIZES)
      expect(await all(readJsonStream(streamOf('{"a":1}{"b":"}"}[2]"c""d"3{}', size)))).toEqual([
        { a: 1 },
        { b: "}" },
        [2],
        "c",
        "d",
        3,
        {},
      ]);
  });

  test("reads nothing of an empty stream", async () => {
    expect(await all(readJsonStream(streamOf("\n \n")))).toEqual([]);
  });

  test.each([
    ["is not JSON", "{'a':1}\n"],
    ["breaks off", '{"a":1}\n{"b":'],
    ["breaks off in a sequence", '\x1e{"a":1}\n\x1e{"b":\n\x1e{"c":3}\n'],
    ["closes what was not opened", '{"a":1}}\n'],
  ])("rejects a value that %s, with the parser's error as its cause", async (_, text) => {
    const error = await rejection(all(readJsonStream(streamOf(text))), ResponseFormatError);
    expect(error.message).toBe("The response has an item that is not JSON");
    expect((error.cause as Error).name).toBe("SyntaxError");
  });

  test("rejects a value that does not end", async () => {
    const items = readJsonStream(streamOf(`[${"1,".repeat(1_000)}`, 10), { maxItemLength: 100 });
    const { message } = await rejection(all(items), ResponseFormatError);
    expect(message).toBe("The response has an item of more than 100 characters");
  });

  test("gives a value before the next one is complete, and cancels the stream when the loop is left", async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('{"a":1}\n{"b"')),
      cancel: () => void (isCancelled = true),
    });
    for await (const item of readJsonStream(endless)) {
      expect(item).toEqual({ a: 1 });
      break;
    }
    expect(isCancelled).toBe(true);
  });
});

describe("readEventStream", () => {
  test.each(["\n", "\r\n", "\r"])("reads events whose lines end in %j", async (end) => {
    const lines = [
      ": a comment",
      "data: one",
      "",
      "event: made",
      "id: 7",
      "data:two",
      "data",
      "data:  three: 3",
      "retry: 2000",
      "unknown: x",
      "",
      "event: without data",
      "",
      "id: \0",
      "retry: soon",
      "data: é",
      "",
      "data: is never ended",
    ];
    for (const size of SIZES)
      expect(await all(readEventStream(streamOf(lines.join(end), size)))).toEqual([
        { event: "message", data: "one" },
        { event: "made", data: "two\n\n three: 3", id: "7", retry: 2_000 },
        { event: "message", data: "é", id: "7" },
      ]);
  });

  test("rejects an event that does not end, but not a stream of comments", async () => {
    const limit = { maxItemLength: 100 };
    const event = readEventStream(streamOf("data: 12345678\n".repeat(50), 10), limit);
    const { message } = await rejection(all(event), ResponseFormatError);
    expect(message).toBe("The response has an event of more than 100 characters");
    expect(await all(readEventStream(streamOf(": still here\n".repeat(50), 10), limit))).toEqual([]);
  });
});

describe("readJsonEventStream", () => {
  test("parses the data of events", async () => {
    const text = 'event: made\ndata: {"a":\ndata: 1}\n\n';
    expect(await all(readJsonEventStream(streamOf(text)))).toEqual([{ event: "made", data: { a: 1 } }]);
  });

  test("rejects data that is not JSON", async () => {
    const { message } = await rejection(
      all(readJsonEventStream(streamOf("data: [DONE]\n\n"))),
      ResponseFormatError,
    );
    expect(message).toBe("The response has an event whose data is not JSON");
  });
});
