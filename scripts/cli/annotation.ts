import type { Problem } from "../shared/problem.js";

/** How GitHub shows an annotation. */
export type Level = "error" | "warning" | "notice";

/** A problem as a workflow command of GitHub Actions, which shows it beside the line of the file. */
export function annotation(level: Level, problem: Omit<Problem, "severity">): string {
  const { message, document, line, column, rule } = problem;
  const properties = [
    ["file", document],
    ["line", line],
    ["col", column],
    ["title", rule],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
  return `::${level}${properties.length > 0 ? " " : ""}${properties.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
