import { setTimeout as sleep } from "node:timers/promises";
import { OURS } from "./peers.mjs";
import { SLOW_MS, SLOW_PAGES } from "./slow.mjs";
import { interleave, typical } from "./statistics.mjs";

/*
 * Listing while the consumer works: the service needs as long for a page as the consumer does. A client that loads the next
 * page meanwhile needs little more than the longer of the two times; one that does not needs their sum.
 */

export const title = "Listing while the consumer works";
const LISTERS = {
  [OURS]: 100,
  "openapi-fetch": 10,
  openai: 10,
  cloudflare: 10,
  redocly: 10,
};

export async function measure({ peers, service, quick }) {
  const names = Object.keys(LISTERS).filter((name) => peers.has(name));
  const clients = new Map(
    names.map((name) => [name, peers.get(name).connect({ baseUrl: `${service.url}/slow` })]),
  );
  const time = async (name, work) => {
    const pageSize = LISTERS[name];
    let items = 0;
    const begin = performance.now();
    for await (const item of clients.get(name).list()) {
      if (item && ++items % pageSize === 0) await work();
    }
    if (items !== SLOW_PAGES * pageSize) throw new Error(`${name} listed ${items} items`);
    return performance.now() - begin;
  };
  const work = () => sleep(SLOW_MS);
  const runs = await interleave(["work", ...names], quick ? 1 : 3, async (name) => {
    if (name !== "work") return { both: await time(name, work), network: await time(name, () => undefined) };
    const begin = performance.now();
    for (let page = 0; page < SLOW_PAGES; page++) await work();
    return { both: performance.now() - begin };
  });
  const of = (name, property) => typical(runs.get(name).map((run) => run[property]));
  const alone = of("work", "both");
  return Object.fromEntries(
    names.map((name) => [name, { both: of(name, "both"), network: of(name, "network"), work: alone }]),
  );
}

export function overLonger({ both, network, work }) {
  return both / Math.max(network, work);
}

export function report(times) {
  const rows = Object.entries(times).map(([name, run]) => [
    name,
    `${run.network.toFixed(0)} ms`,
    `${run.work.toFixed(0)} ms`,
    `${run.both.toFixed(0)} ms`,
    overLonger(run).toFixed(2),
  ]);
  return {
    note: `${SLOW_PAGES} pages of ${SLOW_MS} ms each, and a consumer that takes ${SLOW_MS} ms for one.`,
    head: ["client", "pages alone", "consumer alone", "together", "of the longer"],
    rows,
    aims: [
      ["time of the SDK : the longer of network and consumer", overLonger(times[OURS]).toFixed(2), "1.1"],
    ],
  };
}
