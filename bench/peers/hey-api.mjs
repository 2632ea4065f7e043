import { ENVIRONMENT, generated, KEY, LOOP, SECRET } from "./common.mjs";

export const entry = generated("hey-api/index.mjs");

const { createClient, createConfig, getPimV1Integration } = await import(entry);

/** What hey-api generates from this project's own document. */
export function connect({ baseUrl, fetch }) {
  const client = createClient(createConfig({ baseUrl, fetch, auth: () => `${KEY}:${SECRET}` }));
  const query = { environment: ENVIRONMENT };
  return {
    get: async (id) => (await getPimV1Integration({ client, path: { id }, query, throwOnError: true })).data,
  };
}

export const bundles = {
  "hey-api": `import { client } from "./hey-api/client.gen.js";
import { listPimV1Integrations } from "./hey-api/sdk.gen.js";
client.setConfig({ auth: "key:secret" });
const page = async (query) => (await listPimV1Integrations({ query, throwOnError: true })).data;
${LOOP}`,
};

export const consumer = `import { client } from "./hey-api/client.gen.js";
import { getPimV1Integration, listPimV1Integrations } from "./hey-api/sdk.gen.js";
client.setConfig({ auth: "key:secret" });
const query = { environment: "env-00000" };
const list = await listPimV1Integrations({ query });
for (const { id } of list.data?.data ?? []) console.log(id);
const one = await getPimV1Integration({ path: { id: "cspi-00000" }, query });
console.log(one.data?.provider);`;
