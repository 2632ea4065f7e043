import type { BrokenBody } from "../exchange.js";

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly bytes: number;
  /** Of the body alone, in milliseconds. */
  readonly ms: number;
}

/** The largest page of the API is well below a megabyte. */
export const MAX_BODY_BYTES = 16_777_216;

/** The client, which reads the same body, gives it half a minute. */
const LIMITS: BodyLimits = { bytes: MAX_BODY_BYTES, ms: 20_000 };

/** What was read of a body. */
export interface BodyText {
  /** Decoded. */
  readonly text: string;
  /** What the body went beyond: `20 seconds`. Absent when it came to its end. */
  readonly limit?: string;
  /** Why the rest could not be read. */
  readonly broken?: BrokenBody;
}

/**
 * Reads a copy of a body, to its end or as far as the limits allow. Without an end, the rest is refused: the connection closes.
 */
export async function readBody(response: Response, { bytes, ms }: BodyLimits = LIMITS): Promise<BodyText> {
  const reader = response.clone().body?.getReader();
  if (!reader) return { text: "" };
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const endless = (limit: string): BodyText => {
    // Both copies, as the body is read on for the other one. What becomes of it does not matter.
    void Promise.allSettled([reader.cancel(), response.body?.cancel()]);
    return { text, limit };
  };
  try {
    for (;;) {
      const chunk = await Promise.race([reader.read(), late]);
      if (chunk === undefined) return endless(`${ms / 1_000} seconds`);
      if (chunk.done) return { text: text + decoder.decode() };
      length += chunk.value.length;
      if (length > bytes) return endless(`${bytes / 1_048_576} MiB`);
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch (error) {
    return { text, broken: isDecoding(error) ? "encoding-mismatch" : "body-truncated" };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a body failed as it was decompressed: an error of zlib's is the cause then. */
function isDecoding(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^(?:Z_|ERR__|ZSTD_)/.test(code);
}
