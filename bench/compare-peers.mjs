import { mkdtempSync, rmSync } from "node:fs";
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
import { startService } from "./start-service.mjs";
import { tables } from "./tables.mjs";
import * as types from "./types.mjs";

const MEASUREMENTS = { calls, listing, consumer, import: imports, bundle, types };

/** The names of what is compared. */
export const COMPARISONS = Object.keys(MEASUREMENTS);

/**
 * Measures the SDK and its peers in one run, by the measurements that are named; `quick` makes fewer rounds. Gives the
 * section of README.md, and the results that the plot shows.
 */
export async function comparePeers(names, quick) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  process.env.BENCH_GENERATED = pathToFileURL(`${folder}/`).href;
  let service;
  try {
    const failures = await generatePeers(folder);
    const peers = await loadPeers(failures);
    service = await startService();
    const results = {};
    const loads = [];
    for (const name of names) {
      console.error(`Measuring: ${name}`);
      results[name] = await MEASUREMENTS[name].measure({ peers, folder, service, quick });
      loads.push(loadavg()[0]);
    }
    const reports = names.map((name) => ({
      title: MEASUREMENTS[name].title,
      ...MEASUREMENTS[name].report(results[name]),
    }));
    return { text: tables(reports, failures, Math.max(...loads)), results };
  } finally {
    service?.stop();
    rmSync(folder, { recursive: true });
  }
}
