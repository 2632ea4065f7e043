/**
 * `npm run bench`: the SDK and its peers, measured in one run; the tables go to README.md and the plot to plot.svg.
 * `--quick` makes fewer rounds, and names (`calls`, `import`, …) choose measurements; both print and write nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as bundle from "./bundle.mjs";
import * as calls from "./calls.mjs";
import * as consumer from "./consumer.mjs";
import { generatePeers } from "./generated-peers.mjs";
import * as imports from "./import.mjs";
import * as listing from "./listing.mjs";
import { loadPeers } from "./peers.mjs";
import { plot } from "./plot.mjs";
import { writeSection } from "./readme.mjs";
import { startService } from "./start-service.mjs";
import { tables } from "./tables.mjs";
import * as types from "./types.mjs";

const MEASUREMENTS = { calls, listing, consumer, import: imports, bundle, types };

const args = process.argv.slice(2);
const quick = args.includes("--quick");
const chosen = args.filter((arg) => arg !== "--quick");
const unknown = chosen.find((name) => !(name in MEASUREMENTS));
if (unknown) {
  console.error(`There is no measurement ${unknown}; choose from ${Object.keys(MEASUREMENTS).join(", ")}`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "bench-"));
process.env.BENCH_GENERATED = pathToFileURL(`${folder}/`).href;
let service;
try {
  const failures = await generatePeers(folder);
  const peers = await loadPeers(failures);
  service = await startService();
  const results = {};
  const loads = [];
  for (const [name, { measure }] of Object.entries(MEASUREMENTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.error(`Measuring: ${name}`);
    results[name] = await measure({ peers, folder, service, quick });
    loads.push(loadavg()[0]);
  }
  const reports = Object.keys(results).map((name) => ({
    title: MEASUREMENTS[name].title,
    ...MEASUREMENTS[name].report(results[name]),
  }));
  const text = tables(reports, failures, Math.max(...loads));
  console.log(text);
  if (!quick && chosen.length === 0) {
    await writeSection("bench", text);
    writeFileSync(new URL("plot.svg", import.meta.url), plot(results));
  }
} finally {
  service?.stop();
  rmSync(folder, { recursive: true });
}
