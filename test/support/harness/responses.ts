/** What the server does with a request, as the tables write it. */
export type Answer =
  | Fault
  | {
      /** Default: 200. */
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as JSON; a string is sent as it is. Default: `{ "id": "thing-1" }` for a success, nothing for a failure. */
      readonly body?: unknown;
      /** The answer comes so much later. */
      readonly afterMs?: number;
      /** So many requests in a row are answered like this. Default: 1. */
      readonly times?: number;
    };

export type Fault =
  /** Nobody listens on the port. */
  | "refuse"
  /** The host's name leads nowhere. */
  | "unknown host"
  /** The connection is reset before an answer … */
  | "reset"
  /** … or within its body. */
  | "reset in body"
  /** The connection is closed without an answer … */
  | "close"
  /** … or within its body. */
  | "truncate"
  /** Nothing comes … */
  | "stall"
  /** … or only a part of the body. */
  | "stall in body"
  /** What comes is not HTTP. */
  | "garbage";

/** One answer for each request, in order; after the last, every request succeeds. */
export function answerFor(answers: readonly Answer[], index: number): Answer {
  let left = index;
  for (const answer of answers) {
    left -= typeof answer === "string" ? 1 : (answer.times ?? 1);
    if (left < 0) return answer;
  }
  return {};
}
