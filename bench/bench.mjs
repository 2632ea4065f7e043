/**
 * `npm run bench` measures and prints; names (`calls`, `rate-limit`, …) choose what, and `--quick` makes fewer rounds.
 * `--write` measures everything and writes README.md and plot.svg, as `npm run version` does for each release.
 */
import { writeFileSync } from "node:fs";
import { COMPARISONS, comparePeers } from "./compare-peers.mjs";
import { measureGenerate } from "./generate.mjs";
import { plot } from "./plot.mjs";
import { measureRateLimit } from "./rate-limit.mjs";
import { writeSection } from "./readme.mjs";

const NAMES = [...COMPARISONS, "rate-limit", "generate"];

const args = process.argv.slice(2);
const quick = args.includes("--quick");
const write = args.includes("--write");
const chosen = args.filter((arg) => !arg.startsWith("--"));
const unknown = args.find((arg) => !["--quick", "--write", ...NAMES].includes(arg));
if (unknown) fail(`There is no measurement ${unknown}; choose from ${NAMES.join(", ")}`);
if (write && args.length > 1) fail("--write stands alone: README.md holds the figures of a whole run");

const names = chosen.length === 0 ? NAMES : NAMES.filter((name) => chosen.includes(name));
const compared = names.filter((name) => COMPARISONS.includes(name));

if (compared.length > 0) {
  const { text, results } = await comparePeers(compared, quick);
  await report("bench", text);
  if (write) writeFileSync(new URL("plot.svg", import.meta.url), plot(results));
}
if (names.includes("rate-limit")) await report("rate-limit", await measureRateLimit());
if (names.includes("generate")) await report("generate", measureGenerate());

async function report(section, text) {
  console.log(text);
  if (write) await writeSection(section, text);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
