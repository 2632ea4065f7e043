import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { openDocuments } from "../../src/testing/document/open-documents.js";
import { FOLDER, HITS, NEEDED, RATCHET } from "../contract/coverage/files.js";
import { coverables } from "../contract/coverage/measures.js";
import { pageOf } from "../contract/coverage/page.js";
import { countsOf, fallen, ratchetOf, tableOf, type Ratchet } from "../contract/coverage/summary.js";

/**
 * Reports at the end of a run what the contract tests have covered: a table, and a page. When all of them have run, the
 * numbers must not be below those that are committed.
 */
export default function setup(): () => void {
  rmSync(FOLDER, { recursive: true, force: true });
  return report;
}

function report(): void {
  const files = existsSync(HITS) ? readdirSync(HITS) : [];
  if (files.length === 0) return;
  const covered = new Map<string, Set<string>>();
  for (const file of files) {
    // The name of a server may have spaces; that of a file of tests has none.
    const server = file.slice(0, file.lastIndexOf(" "));
    const keys = JSON.parse(readFileSync(`${HITS}/${file}`, "utf8")) as readonly string[];
    covered.set(server, new Set([...(covered.get(server) ?? []), ...keys]));
  }
  const things = coverables(openDocuments().operations());
  const counts = new Map([...covered].map(([server, keys]) => [server, countsOf(things, keys)]));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/index.html`, pageOf(things, covered, counts));
  console.log(`\n${tableOf(counts)}\n${FOLDER}/index.html has what is not covered`);
  if (!NEEDED.every((name) => files.some((file) => file.endsWith(` ${name}.json`)))) return;
  const below = fallen(counts, JSON.parse(readFileSync(RATCHET, "utf8")) as Ratchet);
  if (below.length === 0) return;
  console.error(`\nThe contract tests cover less than ${RATCHET} says:\n  ${below.join("\n  ")}`);
  console.error(`If that is meant, it becomes\n${JSON.stringify(ratchetOf(counts), undefined, 2)}`);
  process.exitCode = 1;
}
