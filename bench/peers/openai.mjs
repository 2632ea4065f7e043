import OpenAI from "openai";
import { CursorPage } from "openai/pagination";
import { ENVIRONMENT, SECRET } from "./common.mjs";

export const entry = "openai";

/** Made with Stainless; its generic methods reach any path, and its own pager takes a list in its own shape. */
export function connect({ baseUrl, fetch }) {
  const client = new OpenAI({ baseURL: baseUrl, apiKey: SECRET, fetch });
  const query = { environment: ENVIRONMENT };
  return {
    get: (id) => client.get(`/pim/v1/integrations/${id}`, { query }),
    list: () => client.getAPIList("/in-shape-of/openai", CursorPage, { query }),
  };
}

export const bundles = {
  openai: `import OpenAI from "openai";
const client = new OpenAI({ apiKey: "secret", dangerouslyAllowBrowser: true });
export const listAll = () => client.files.list();`,
};

export const consumer = `import OpenAI from "openai";
const client = new OpenAI({ apiKey: "secret" });
for await (const { id } of client.files.list()) console.log(id);
const { filename } = await client.files.retrieve("file-00000");
console.log(filename);`;
