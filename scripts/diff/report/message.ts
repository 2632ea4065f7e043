import type { Finding } from "../finding.js";
import { RULES } from "../rules/rules.js";

/** Longer values are cut where they are quoted; JSON has them in full. */
const MAX_LENGTH = 60;

/** What a report says of a finding, in one sentence; values stand in backticks. */
export function messageOf({ kind, subject, before, after }: Finding): string {
  const values: Readonly<Record<string, string>> = {
    subject: kind in UNQUOTED ? (subject ?? "") : quoted(subject),
    before: quoted(before),
    after: quoted(after),
  };
  return RULES[kind].message.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** Kinds whose subject is said in words. */
const UNQUOTED: Partial<Record<Finding["kind"], true>> = {
  reworded: true,
  "unused-changed": true,
  "parameter-added": true,
  "required-parameter-added": true,
  "parameter-removed": true,
  "callback-added": true,
  "callback-removed": true,
  "condition-narrowed": true,
  "condition-widened": true,
  "condition-changed": true,
};

function quoted(value: unknown): string {
  if (value === undefined) return "none";
  const text =
    typeof value === "string" ? value : Array.isArray(value) ? value.map(plain).join(", ") : plain(value);
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return `\`${short.replaceAll("`", "'").replaceAll(/\s+/g, " ")}\``;
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
