/*
 * A report may be public. So nothing of a response is shown but what the document has too, or what has the form of it: the
 * names of members, and the values of enums. What is shown all the same goes through `redact`.
 */

const NAME = /^[A-Za-z_$][\w$-]{0,49}$/;
/** Stands for the name of a member that may be the name of a thing. */
export const HIDDEN_NAME = "`[name]`";
const HIDDEN_VALUE = "a value of another form";

/** What identifies somebody's things, and what is shown in its place. Order matters: a URL may hold the others. */
const IDENTIFYING: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`<>)]+/gi, "[url]"],
  [/\b(?:arn|crn):\S+/gi, "[resource name]"],
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[e-mail]"],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, "[id]"],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g, "[address]"],
  [/\b(?:[a-z0-9-]+\.)+(?:cloud|com|net|org|io|dev|internal|local)\b(?::\d+)?/gi, "[host]"],
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

/** The name of a member, if it has the form of one. */
export function shownName(name: string): string {
  return NAME.test(name) && redact(name) === name ? `\`${name}\`` : HIDDEN_NAME;
}

/**
 * A value that an enum does not list, if it has the form of those that it lists.
 *
 * @param listed the values that the enum has
 */
export function shownValue(value: unknown, listed: readonly unknown[]): string {
  const text = String(value);
  if (text.length > 60 || redact(text) !== text) return HIDDEN_VALUE;
  const own = formsOf(text);
  const isAlike = listed.some(
    (one) => String(one).toLowerCase() === text.toLowerCase() || own.includes(formOf(String(one))),
  );
  return isAlike ? `\`${text}\`` : HIDDEN_VALUE;
}

/** The form of a value, and of what follows its last dot: `networking.v1.AwsNetwork` is a kind as `AwsNetwork` is. */
function formsOf(text: string): readonly string[] {
  return [formOf(text), ...(/^[\w.]+$/.test(text) ? [formOf(text.split(".").at(-1) ?? "")] : [])];
}

function formOf(text: string): string {
  if (/^[A-Z][A-Z0-9_]*$/.test(text)) return "UPPER_CASE";
  if (/^[A-Z][A-Za-z0-9]*$/.test(text)) return "PascalCase";
  if (/^[a-z][a-z0-9_-]*$/.test(text)) return "lower_case";
  return text;
}
