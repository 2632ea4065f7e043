import { ENVIRONMENT, generated, KEY, SECRET } from "./common.mjs";

export const entry = generated("redocly/client.mjs");

const { createClient, OPERATIONS } = await import(entry);

/** What redocly generates from this project's own document; its configuration tells it how the list pages. */
export function connect({ baseUrl, fetch }) {
  const auth = { basic: { username: KEY, password: SECRET } };
  const client = createClient(OPERATIONS, { serverUrl: baseUrl, fetch, auth });
  const query = { environment: ENVIRONMENT };
  return {
    get: (id) => client.getPimV1Integration({ path: { id }, query }),
    list: () => client.listPimV1Integrations.items({ query }),
  };
}

const LIST = `import { configure, getPimV1Integration, listPimV1Integrations } from "./redocly/client.js";
configure({ auth: { basic: { username: "key", password: "secret" } } });`;

export const bundles = {
  redocly: `${LIST}
export const listAll = (environment) => listPimV1Integrations.items({ query: { environment } });`,
};

export const consumer = `${LIST}
const query = { environment: "env-00000" };
for await (const { id } of listPimV1Integrations.items({ query })) console.log(id);
const { provider } = await getPimV1Integration({ path: { id: "cspi-00000" }, query });
console.log(provider);`;
