import { createFetch } from "ofetch";
import { AUTHORIZATION, ENVIRONMENT, LOOP } from "./common.mjs";

export const entry = "ofetch";

export function connect({ baseUrl, fetch }) {
  const client = createFetch({
    fetch,
    defaults: { baseURL: baseUrl, headers: { Authorization: AUTHORIZATION } },
  });
  const query = { environment: ENVIRONMENT };
  return { get: (id) => client(`/pim/v1/integrations/${id}`, { query }) };
}

export const bundles = {
  ofetch: `import { ofetch } from "ofetch";
const headers = { Authorization: \`Basic \${btoa("key:secret")}\` };
const page = (query) => ofetch("https://api.confluent.cloud/pim/v1/integrations", { headers, query });
${LOOP}`,
};
