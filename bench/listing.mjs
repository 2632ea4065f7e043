import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { OURS } from "./peers.mjs";
import { interleave, typical } from "./statistics.mjs";

/*
 * All of a long list: the time, the requests and the memory that it takes, each contender in a process of its own, at the
 * page size that it asks for by itself. Then, for the SDK, what stays on the heap when the list is ten times as long.
 */

export const title = "Listing";
const PROGRAM = fileURLToPath(new URL("list-in-process.mjs", import.meta.url));
const LISTERS = {
  [OURS]: [OURS, "list"],
  "openapi-fetch, a loop by hand": ["openapi-fetch", "list"],
  "openapi-fetch, a loop by hand, `page_size: 100`": ["openapi-fetch", "listBy100"],
  openai: ["openai", "list"],
  cloudflare: ["cloudflare", "list"],
  redocly: ["redocly", "list"],
};

export async function measure({ peers, service, quick }) {
  const items = quick ? 10_000 : 100_000;
  const names = Object.keys(LISTERS).filter((name) => peers.has(LISTERS[name][0]));
  const runs = await interleave(names, quick ? 1 : 2, async (name) => {
    await service.requests();
    const run = await list(...LISTERS[name], `${service.url}/${items}`);
    if (run.items !== items) throw new Error(`${name} listed ${run.items} of ${items} items`);
    return { ...run, requests: await service.requests() };
  });
  const all = names.map((name) => {
    const of = (property) => runs.get(name).map((run) => run[property]);
    return [name, { ms: typical(of("ms")), memory: typical(of("memory")), requests: of("requests")[0] }];
  });
  const long = await list(OURS, "list", `${service.url}/${items * 10}`, items);
  return { items, runs: Object.fromEntries(all), heap: long.heap };
}

async function list(peer, method, url, heapAfter = 0) {
  const args = ["--expose-gc", PROGRAM, peer, method, url, String(heapAfter)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

export function report({ items, runs, heap }) {
  const count = (number) => number.toLocaleString("en");
  const rows = Object.entries(runs).map(([name, { ms, memory, requests }]) => [
    name,
    count(requests),
    `${(ms / 1000).toFixed(2)} s`,
    `${(memory / 1e6).toFixed(0)} MB`,
  ]);
  const byHand = runs["openapi-fetch, a loop by hand"];
  const growth = heap.last - heap.first;
  return {
    note: `${count(items)} items on loopback; memory is the peak of the whole process. On the SDK's heap, after a collection, are ${(heap.first / 1e6).toFixed(1)} MB once ${count(items)} items are listed and ${(heap.last / 1e6).toFixed(1)} MB after ${count(items * 10)}.`,
    head: ["client", "requests", "time", "peak memory"],
    rows,
    aims: [
      [
        "requests of the SDK : those of a loop at the default page size",
        (runs[OURS].requests / byHand.requests).toFixed(2),
        "0.1",
      ],
      [`heap that ten times the items add, MB`, (growth / 1e6).toFixed(1), "1"],
    ],
  };
}
