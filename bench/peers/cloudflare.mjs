import Cloudflare from "cloudflare";
import { CursorPagination } from "cloudflare/pagination";
import { ENVIRONMENT, SECRET } from "./common.mjs";

export const entry = "cloudflare";

/** Made with Stainless, like `openai`. */
export function connect({ baseUrl, fetch }) {
  const client = new Cloudflare({ baseURL: baseUrl, apiToken: SECRET, fetch });
  const query = { environment: ENVIRONMENT };
  return {
    get: (id) => client.get(`/pim/v1/integrations/${id}`, { query }),
    list: () => client.getAPIList("/in-shape-of/cloudflare", CursorPagination, { query }),
  };
}

export const bundles = {
  cloudflare: `import Cloudflare from "cloudflare";
const client = new Cloudflare({ apiToken: "secret" });
export const listAll = () => client.zones.list();`,
  "cloudflare, one resource alone": `import { createClient } from "cloudflare/tree-shakable";
import { BaseZones } from "cloudflare/resources/zones/zones";
const client = createClient({ apiToken: "secret", resources: [BaseZones] });
export const listAll = () => client.zones.list();`,
};

export const consumer = `import Cloudflare from "cloudflare";
const client = new Cloudflare({ apiToken: "secret" });
for await (const { id } of client.zones.list()) console.log(id);
const { name } = await client.zones.get({ zone_id: "zone-00000" });
console.log(name);`;
