/*
 * A report may be public. So nothing of a response is shown but what the document has too, or what is written as its like is:
 * see `shown-word.ts`, `shown-media-type.ts` and `shown-path.ts`. What is shown all the same goes through `redact`.
 */

/** What identifies somebody's things, and what is shown in its place. Order matters: a URL may hold the others. */
const IDENTIFYING: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`<>)]+/gi, "[url]"],
  [/\b(?:arn|crn):\S+/gi, "[resource name]"],
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[e-mail]"],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, "[id]"],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, "[address]"],
  // Begun at the first of its names alone: at each of them, a long one would take quadratic time.
  [
    /(?<![a-z0-9-]|[a-z0-9-]\.)(?:[a-z0-9-]+\.)+(?:cloud|com|net|org|io|dev|internal|local)\b(?::\d+)?/gi,
    "[host]",
  ],
  // Confluent's ids, such as env-1a2b3c and lkc-1a2b3c.
  [/\b[a-z]{1,8}-(?=[a-z0-9]*\d)[a-z0-9]{4,}\b/gi, "[id]"],
  // Long tokens and hashes: letters and digits in one word.
  [/\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]{20,}\b/g, "[id]"],
  [/\b\d{8,}\b/g, "[number]"],
];

/** A text without ids, addresses, hosts, e-mail addresses and the names of resources. */
export function redact(text: string): string {
  return IDENTIFYING.reduce((shown, [pattern, instead]) => shown.replace(pattern, instead), text);
}
