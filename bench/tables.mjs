import { cpus } from "node:os";
import { versions } from "./peers.mjs";

/** The tables of a run as Markdown: what was aimed at first, then each measurement. */
export function tables(reports, failures, load) {
  const aims = reports.flatMap(({ aims }) => aims);
  const failed = Object.entries(failures);
  return [
    "# The SDK beside its peers",
    "![The SDK beside its peers, one panel a measurement](plot.svg)",
    `Written by \`npm run bench\`, in one run and in turns; each figure is the lower quartile of its samples unless it says otherwise, because the load of a machine only adds to them. ${cpus().length} × ${cpus()[0]?.model.trim()}${load > 1.5 ? `, with other work on it: a load of ${load.toFixed(1)} at its highest, the bench's own included` : ""}.`,
    `Versions: ${versions().join(", ")}. Everything of the SDK is on (credentials, retries, rate limiter, time limits, typed errors); the peers are as they come.`,
    ...(aims.length > 0 ? [markdown(["what was aimed at", "measured", "at most"], aims)] : []),
    ...failed.map(([name, why]) => `**${name}** is not among them: ${why.split("\n")[0]}`),
    ...reports.flatMap(({ title, note, head, rows }) => [`## ${title}`, note, markdown(head, rows)]),
  ].join("\n\n");
}

export function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows].map(line).join("\n");
}
