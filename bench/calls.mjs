import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { OURS } from "./peers.mjs";
import { interleave, median, typical } from "./statistics.mjs";

/*
 * What a call costs: `get` of one integration, one call after another, in many short batches in turns. Each client has a
 * process of its own, as in a program that uses it: side by side in one, all of them become slower, and not all alike. On an
 * answer in memory nothing but the client's own work is left; on loopback a real connection is under it.
 */

export const title = "Cost of a call";
const BATCH = 100;
const PROGRAM = fileURLToPath(new URL("call-in-process.mjs", import.meta.url));

export async function measure({ peers, service, quick }) {
  return {
    memory: await time(peers, ["memory"], quick ? 10 : 200),
    loopback: await time(peers, ["loopback", `${service.url}/1`], quick ? 10 : 100),
  };
}

async function time(peers, connection, rounds) {
  const names = [...peers.keys()];
  const processes = new Map(names.map((name) => [name, fork(PROGRAM, [name, ...connection])]));
  const batch = async (name) => {
    const callers = processes.get(name);
    callers.send({ calls: BATCH });
    const [{ ms, error }] = await once(callers, "message");
    if (error) throw new Error(`A call through ${name} failed: ${error}`);
    return (ms / BATCH) * 1000;
  };
  try {
    // Before it counts, all code is compiled, which takes thousands of calls, and all connections are there.
    await interleave(names, rounds / 2, batch);
    const samples = await interleave(names, rounds, batch);
    return Object.fromEntries(names.map((name) => [name, compare(samples.get(name), samples.get("fetch"))]));
  } finally {
    for (const callers of processes.values()) callers.disconnect();
  }
}

/**
 * The time of a call, and what of it a client adds to bare `fetch`: each batch is compared with the one of the same round,
 * as rounds differ by more than clients do.
 */
function compare(times, fetchTimes) {
  return { time: typical(times), added: median(times.map((time, round) => time - fetchTimes[round])) };
}

export function report({ memory, loopback }) {
  const names = Object.keys(memory);
  const rows = names.map((name) => [
    name,
    ...[memory, loopback].flatMap((times) => [
      `${times[name].time.toFixed(0)} µs`,
      name === "fetch" ? "–" : `${times[name].added.toFixed(0)} µs`,
    ]),
  ]);
  const stainless = (times) => Math.min(times.openai.added, times.cloudflare.added);
  const ratio = (over, under) => (over / under).toFixed(2);
  const thin = (times) =>
    ratio(times[OURS].added - times["openapi-fetch"].added, times["openapi-fetch"].added);
  const full = (times) => ratio(times[OURS].added, stainless(times));
  return {
    note: `${BATCH} calls a batch, each client in a process of its own. *Added* is what comes on top of bare \`fetch\`: the median of the differences between batches of the same round. \`fetch-with-timeout\` is bare \`fetch\` with an \`AbortController\` and a timer: no client whose calls can be ended gets below it.`,
    head: ["client", "in memory", "added", "on loopback", "added"],
    rows,
    aims: [
      ["what the SDK adds to openapi-fetch : what that adds to `fetch`, in memory", thin(memory), "1"],
      ["the same on loopback", thin(loopback), "1"],
      [
        "what the SDK adds to `fetch` : what Stainless (the faster one) adds, in memory",
        full(memory),
        "0.33",
      ],
      ["the same on loopback", full(loopback), "0.33"],
    ],
  };
}
