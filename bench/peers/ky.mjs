import ky from "ky";
import { AUTHORIZATION, ENVIRONMENT, LOOP } from "./common.mjs";

export const entry = "ky";

export function connect({ baseUrl, fetch }) {
  const client = ky.create({ prefixUrl: baseUrl, fetch, headers: { Authorization: AUTHORIZATION } });
  const searchParams = { environment: ENVIRONMENT };
  return { get: (id) => client.get(`pim/v1/integrations/${id}`, { searchParams }).json() };
}

export const bundles = {
  ky: `import ky from "ky";
const headers = { Authorization: \`Basic \${btoa("key:secret")}\` };
const page = (searchParams) =>
  ky.get("https://api.confluent.cloud/pim/v1/integrations", { headers, searchParams }).json();
${LOOP}`,
};
