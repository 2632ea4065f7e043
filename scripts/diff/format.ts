import type { Change, Difference } from "./compare.js";

export const FORMATS = ["text", "markdown", "json"] as const;
export type Format = (typeof FORMATS)[number];

export function isFormat(value: string): value is Format {
  return FORMATS.some((format) => format === value);
}

const VERDICTS = {
  major: "callers break",
  minor: "something is added or allowed",
  patch: "callers notice nothing",
} as const;
const SIGNS = { major: "✗", minor: "+", patch: "·" } as const;

export function formatDifference(difference: Difference, format: Format): string {
  if (format === "json") return JSON.stringify(difference, undefined, 2);
  return format === "markdown" ? markdown(difference) : text(difference);
}

function text({ step, changes }: Difference): string {
  const lines = changes.map(
    ({ impact, operation, message, pointer }) =>
      `${SIGNS[impact]} ${impact}  ${operation === undefined ? "" : `${operation}: `}${message}\n           #${pointer}`,
  );
  return [...lines, summary(step, changes)].join("\n");
}

function markdown({ step, changes }: Difference): string {
  const rows = changes.map(
    ({ impact, operation = "", message, pointer }) =>
      `| ${impact} | ${cell(operation)} | ${cell(message)} | \`#${cell(pointer)}\` |`,
  );
  const table = ["| step | operation | change | where |", "| --- | --- | --- | --- |", ...rows, ""];
  return [...(rows.length === 0 ? [] : table), `**${summary(step, changes)}**`].join("\n");
}

function cell(value: string): string {
  return value.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function summary(step: Difference["step"], changes: readonly Change[]): string {
  if (step === "none") return "no change";
  const count = changes.filter(({ impact }) => impact === step).length;
  return `${step}: ${VERDICTS[step]} (${count} of ${changes.length} changes)`;
}
