/** Makes calls with one peer in this process, as many as a message asks for, and reports how long they took. */
import { loadPeer } from "./peers.mjs";

const BODY = JSON.stringify({
  api_version: "pim/v1",
  kind: "Integration",
  id: "cspi-00000",
  provider: "AWS",
  config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn:aws:iam::111111111111:role/role" },
  environment: { id: "env-00000" },
});
const inMemory = async () => new Response(BODY, { headers: { "Content-Type": "application/json" } });

const [name, where, baseUrl] = process.argv.slice(2);
const { connect } = await loadPeer(name);
const client = connect(where === "memory" ? { baseUrl: "http://localhost", fetch: inMemory } : { baseUrl });

process.on("message", async ({ calls }) => {
  try {
    const begin = performance.now();
    for (let call = 0; call < calls; call++) await client.get(`cspi-${call}`);
    process.send({ ms: performance.now() - begin });
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.on("disconnect", () => process.exit());
