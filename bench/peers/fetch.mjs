import { AUTHORIZATION, ENVIRONMENT, LOOP } from "./common.mjs";

/** The platform's own: what all others are measured from. */
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  return {
    async get(id) {
      const url = `${baseUrl}/pim/v1/integrations/${encodeURIComponent(id)}?environment=${ENVIRONMENT}`;
      const response = await fetch(url, { headers: { Authorization: AUTHORIZATION } });
      if (!response.ok) throw new Error(`Status ${response.status}`);
      return response.json();
    },
  };
}

export const bundles = {
  fetch: `const headers = { Authorization: \`Basic \${btoa("key:secret")}\` };
async function page(query) {
  const url = "https://api.confluent.cloud/pim/v1/integrations?" + new URLSearchParams(query);
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error("Status " + response.status);
  return response.json();
}
${LOOP}`,
};
