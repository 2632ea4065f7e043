import { apiKey, createClient } from "confluent-cloud-sdk";
import { ENVIRONMENT, KEY, SECRET } from "./common.mjs";

export const entry = "confluent-cloud-sdk";

/** With its defaults: retries, rate limiter, time limits and typed errors are on. */
export function connect({ baseUrl, fetch }) {
  const client = createClient({ baseUrl, fetch, auth: apiKey({ key: KEY, secret: SECRET }) });
  const { integrations } = client.pim.v1;
  const query = { environment: ENVIRONMENT };
  return { get: (id) => integrations.get(id, query), list: () => integrations.list(query) };
}

const LIST = "export const listAll = (environment) => client.pim.v1.integrations.list({ environment });";

export const bundles = {
  "confluent-cloud-sdk": `import { createClient, apiKey } from "confluent-cloud-sdk";
const client = createClient({ auth: apiKey({ key: "key", secret: "secret" }) });
${LIST}`,
  "confluent-cloud-sdk, pim/v1 alone": `import { createClientFor, apiKey } from "confluent-cloud-sdk/core";
import { pimV1 } from "confluent-cloud-sdk/pim-v1";
const client = createClientFor(pimV1, { auth: apiKey({ key: "key", secret: "secret" }) });
${LIST}`,
};

export const consumer = `import { apiKey, createClient } from "confluent-cloud-sdk";
const client = createClient({ auth: apiKey({ key: "key", secret: "secret" }) });
for await (const { id } of client.pim.v1.integrations.list({ environment: "env-00000" })) console.log(id);
const { provider } = await client.pim.v1.integrations.get("cspi-00000", { environment: "env-00000" });
console.log(provider);`;
