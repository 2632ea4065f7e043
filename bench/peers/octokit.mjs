import { Octokit } from "@octokit/core";
import { ENVIRONMENT, LOOP, SECRET } from "./common.mjs";

export const entry = "@octokit/core";

export function connect({ baseUrl, fetch }) {
  const octokit = new Octokit({ baseUrl, auth: SECRET, request: { fetch } });
  const environment = ENVIRONMENT;
  return {
    get: async (id) => (await octokit.request("GET /pim/v1/integrations/{id}", { id, environment })).data,
  };
}

export const bundles = {
  octokit: `import { Octokit } from "@octokit/core";
const octokit = new Octokit({ baseUrl: "https://api.confluent.cloud", auth: "secret" });
const page = async (query) => (await octokit.request("GET /pim/v1/integrations", query)).data;
${LOOP}`,
};
