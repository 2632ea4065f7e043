import createClient from "openapi-fetch";
import { AUTHORIZATION, ENVIRONMENT, LOOP } from "./common.mjs";

export const entry = "openapi-fetch";

export function connect({ baseUrl, fetch, headers = { Authorization: AUTHORIZATION } }) {
  const client = createClient({ baseUrl, fetch, headers });
  const send = async (path, params) => {
    const { data, response } = await client.GET(path, { params });
    if (data === undefined) throw new Error(`Status ${response.status}`);
    return data;
  };
  const get = (id) =>
    send("/pim/v1/integrations/{id}", { path: { id }, query: { environment: ENVIRONMENT } });
  const pages = async function* (page_size) {
    for (let page_token; page_token !== null;) {
      const query = { environment: ENVIRONMENT, page_size, page_token };
      const { data, metadata } = await send("/pim/v1/integrations", { query });
      yield* data;
      page_token = metadata.next ? new URL(metadata.next).searchParams.get("page_token") : null;
    }
  };
  return { get, list: () => pages(), listBy100: () => pages(100) };
}

export const bundles = {
  "openapi-fetch": `import createClient from "openapi-fetch";
const headers = { Authorization: \`Basic \${btoa("key:secret")}\` };
const client = createClient({ baseUrl: "https://api.confluent.cloud", headers });
async function page(query) {
  const { data, response } = await client.GET("/pim/v1/integrations", { params: { query } });
  if (!data) throw new Error("Status " + response.status);
  return data;
}
${LOOP}`,
};

export const consumer = `import createClient from "openapi-fetch";
import type { paths } from "./openapi-typescript/paths.js";
const client = createClient<paths>({ baseUrl: "https://api.confluent.cloud" });
const environment = "env-00000";
const list = await client.GET("/pim/v1/integrations", { params: { query: { environment } } });
for (const { id } of list.data?.data ?? []) console.log(id);
const one = await client.GET("/pim/v1/integrations/{id}", {
  params: { path: { id: "cspi-00000" }, query: { environment } },
});
console.log(one.data?.provider);`;
