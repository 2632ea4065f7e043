import { MAX_RESPONSE_BYTES } from "../defaults.js";
import { ResponseFormatError } from "../errors/index.js";
import type { StreamOptions } from "../operation.js";

/** The options of a reader, with what holds where they say nothing. */
export function streamOptions({
  maxItemLength = MAX_RESPONSE_BYTES,
  toError = (problem, cause) => new ResponseFormatError(`The response has ${problem}`, { cause }),
}: StreamOptions): Required<StreamOptions> {
  return { maxItemLength, toError };
}

/** The text of a stream of UTF-8, as it comes. Leaving the loop cancels the stream. */
export async function* decodeStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    // A stream that has failed has nothing to cancel.
    await reader.cancel().catch(() => undefined);
  }
}
