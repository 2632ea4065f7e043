import axios from "axios";
import { AUTHORIZATION, ENVIRONMENT, LOOP } from "./common.mjs";

export const entry = "axios";

export function connect({ baseUrl, fetch }) {
  const client = axios.create({
    baseURL: baseUrl,
    headers: { Authorization: AUTHORIZATION },
    // On a network it takes node:http, its default; a fetch of one's own has an adapter.
    ...(fetch && { adapter: "fetch", env: { fetch, Request, Response } }),
  });
  const params = { environment: ENVIRONMENT };
  return { get: async (id) => (await client.get(`/pim/v1/integrations/${id}`, { params })).data };
}

export const bundles = {
  axios: `import axios from "axios";
const headers = { Authorization: \`Basic \${btoa("key:secret")}\` };
const page = async (params) =>
  (await axios.get("https://api.confluent.cloud/pim/v1/integrations", { headers, params })).data;
${LOOP}`,
};
