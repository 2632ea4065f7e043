import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { OURS } from "./peers.mjs";
import { interleave, median, typical } from "./statistics.mjs";

/*
 * The cost of a call: `get` of one integration, one call after another, in turns. Each client has a process of its own, as in
 * a program that uses it: side by side in one process all of them become slower, and not all alike. With a response in memory
 * only the client's own work is measured; on loopback there is a real connection under it.
 *
 * Two figures, because one of them alone misleads. The lower quartile of short bursts is the steadier one, but most bursts end
 * before the garbage of their calls is collected. The mean over thousands of calls includes garbage collection.
 */

export const title = "Cost of a call";
const BURST = 100;
const PROGRAM = fileURLToPath(new URL("call-in-process.mjs", import.meta.url));

export async function measure({ peers, service, quick }) {
  const memory = { bursts: 200, stretches: 10, stretch: 5_000 };
  const loopback = { bursts: 100, stretches: 5, stretch: 3_000 };
  const shorter = (plan) => (quick ? { ...plan, bursts: 10, stretches: 2 } : plan);
  return {
    memory: await time(peers, ["memory"], shorter(memory)),
    loopback: await time(peers, ["loopback", `${service.url}/1`], shorter(loopback)),
  };
}

async function time(peers, connection, { bursts, stretches, stretch }) {
  const names = [...peers.keys()];
  const processes = new Map(names.map((name) => [name, fork(PROGRAM, [name, ...connection])]));
  /** Microseconds a call, as a mean over so many calls. */
  const callsInARow = (calls) => async (name) => {
    const caller = processes.get(name);
    caller.send({ calls });
    const [{ ms, error }] = await once(caller, "message");
    if (error) throw new Error(`A call through ${name} failed: ${error}`);
    return (ms / calls) * 1000;
  };
  try {
    // Compiles all code, which takes thousands of calls, and opens all connections.
    await interleave(names, bursts / 2, callsInARow(BURST));
    const burst = compare(await interleave(names, bursts, callsInARow(BURST)), typical);
    const overTime = compare(await interleave(names, stretches, callsInARow(stretch)), median);
    return Object.fromEntries(names.map((name) => [name, { burst: burst[name], overTime: overTime[name] }]));
  } finally {
    for (const caller of processes.values()) caller.disconnect();
  }
}

/**
 * The time of a call, and what a client adds to bare `fetch`: each sample is compared with that of `fetch` in the same round,
 * because rounds differ by more than clients do.
 */
function compare(samples, summarize) {
  const fetchTimes = samples.get("fetch");
  return Object.fromEntries(
    [...samples].map(([name, times]) => [
      name,
      { time: summarize(times), added: median(times.map((time, round) => time - fetchTimes[round])) },
    ]),
  );
}

export function report({ memory, loopback }) {
  const micros = (value) => `${value.toFixed(0)} µs`;
  const rows = Object.keys(memory).map((name) => [
    name,
    ...[memory, loopback].flatMap((times) =>
      [times[name].burst, times[name].overTime].flatMap(({ time, added }) => [
        micros(time),
        name === "fetch" ? "–" : micros(added),
      ]),
    ),
  ]);
  const ratio = (over, under) => (over / under).toFixed(2);
  const overOpenapiFetch = (times, figure) => {
    const thin = times["openapi-fetch"][figure].added;
    return ratio(times[OURS][figure].added - thin, thin);
  };
  const overStainless = (times, figure) =>
    ratio(times[OURS][figure].added, Math.min(times.openai[figure].added, times.cloudflare[figure].added));
  /** What the copy of a request adds, as a share of a call of openapi-fetch. */
  const copyOf = (times, figure) => {
    const thin = times["openapi-fetch"][figure];
    const added = times["openapi-fetch-with-copy"][figure].added - thin.added;
    return `${Math.round((added / thin.time) * 100)} %`;
  };
  const copies = [memory, loopback].map(
    (times) => `${copyOf(times, "burst")} (${copyOf(times, "overTime")} over time)`,
  );
  const aims = (compared, what, limit) => [
    [`${what}, in memory`, compared(memory, "burst"), limit],
    ["the same over time", compared(memory, "overTime"), limit],
    ["the same on loopback", compared(loopback, "burst"), limit],
    ["the same on loopback, over time", compared(loopback, "overTime"), limit],
  ];
  return {
    note: `Each client in a process of its own. A *burst* is ${BURST} calls; the figure is the lower quartile of many. *Over time* is the mean over thousands of calls in a row, garbage collection included; the figure is the median of several such means, and depends on the load of the machine. *Added* is what a client takes longer than bare \`fetch\` in the same round. The SDK sets credentials on a copy of the request, which no middleware sees: \`openapi-fetch-with-copy\` does so alone, and takes ${copies[0]} longer than openapi-fetch in memory, and ${copies[1]} on loopback.`,
    head: [
      "client",
      "in memory, burst",
      "added",
      "over time",
      "added",
      "on loopback, burst",
      "added",
      "over time",
      "added",
    ],
    rows,
    aims: [
      ...aims(overOpenapiFetch, "what the SDK adds to openapi-fetch : what that adds to `fetch`", "1"),
      ...aims(overStainless, "what the SDK adds to `fetch` : what Stainless (the faster one) adds", "0.33"),
    ],
  };
}
