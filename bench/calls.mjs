import { interleave, typical } from "./statistics.mjs";
import { OURS } from "./peers.mjs";

/*
 * What a call costs: `get` of one integration, one call after another, in many short batches in turns. On an answer in
 * memory nothing but the client's own work is left; on loopback a real connection is under it.
 */

export const title = "Cost of a call";
const BATCH = 20;
const ANSWER = JSON.stringify({
  api_version: "pim/v1",
  kind: "Integration",
  id: "cspi-00000",
  provider: "AWS",
  config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn:aws:iam::111111111111:role/role" },
  environment: { id: "env-00000" },
});

const inMemory = async () => new Response(ANSWER, { headers: { "Content-Type": "application/json" } });

export async function measure({ peers, service, quick }) {
  const rounds = quick ? 40 : 400;
  return {
    memory: await time(peers, { baseUrl: "http://localhost", fetch: inMemory }, rounds),
    loopback: await time(peers, { baseUrl: `${service.url}/1` }, rounds),
  };
}

async function time(peers, connection, rounds) {
  const clients = new Map([...peers].map(([name, peer]) => [name, peer.connect(connection)]));
  const batch = async (name) => {
    const { get } = clients.get(name);
    const begin = performance.now();
    for (let call = 0; call < BATCH; call++) await get(`cspi-${call}`);
    return ((performance.now() - begin) / BATCH) * 1000;
  };
  const names = [...peers.keys()];
  // Before it counts, all code is compiled and all connections are there.
  await interleave(names, Math.ceil(rounds / 4), batch);
  const samples = await interleave(names, rounds, batch);
  return Object.fromEntries(names.map((name) => [name, typical(samples.get(name))]));
}

/** What a client adds to bare `fetch`, in microseconds. */
export function added(times, name) {
  return times[name] - times.fetch;
}

export function report({ memory, loopback }) {
  const names = Object.keys(memory);
  const rows = names.map((name) => [
    name,
    ...[memory, loopback].flatMap((times) => [
      `${times[name].toFixed(0)} µs`,
      name === "fetch" ? "–" : `${added(times, name).toFixed(0)} µs`,
    ]),
  ]);
  const stainless = (times) => Math.min(added(times, "openai"), added(times, "cloudflare"));
  const ratio = (over, under) => (over / under).toFixed(2);
  const thin = (times) =>
    ratio(added(times, OURS) - added(times, "openapi-fetch"), added(times, "openapi-fetch"));
  const full = (times) => ratio(added(times, OURS), stainless(times));
  return {
    note: `${BATCH} calls a batch. *Added* is what comes on top of bare \`fetch\`.`,
    head: ["client", "in memory", "added", "on loopback", "added"],
    rows,
    aims: [
      ["what the SDK adds to openapi-fetch : what that adds to `fetch`, in memory", thin(memory), "1"],
      ["the same on loopback", thin(loopback), "1"],
      ["what the SDK adds to `fetch` : what Stainless (the faster one) adds, in memory", full(memory), "0.33"],
      ["the same on loopback", full(loopback), "0.33"],
    ],
  };
}
