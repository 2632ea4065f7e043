import { createServer } from "node:http";
import { apiKey, createClient } from "confluent-cloud-sdk";
import OpenAI from "openai";
import createFetchClient from "openapi-fetch";
import { markdown } from "./tables.mjs";

/*
 * 1,000 calls at once against a service that allows 100 in each window of two seconds: through this SDK, through bare
 * openapi-fetch, and through an SDK made with Stainless (`openai`, pointed at the same service, as many retries as it
 * takes).
 */

const CALLS = 1_000;
const LIMIT = 100;
const WINDOW_MS = 2_000;
/** The first window's calls need not wait; each further one must. */
const IDEAL_MS = (CALLS / LIMIT - 1) * WINDOW_MS;

const contenders = {
  "confluent-cloud-sdk": (baseUrl) => {
    const client = createClient({ baseUrl, auth: apiKey({ key: "key", secret: "secret" }) });
    const query = { environment: "env-00000" };
    return (id) => client.pim.v1.integrations.get(id, query);
  },
  "openapi-fetch alone": (baseUrl) => {
    const client = createFetchClient({ baseUrl });
    return async (id) => {
      const { response } = await client.GET(`/pim/v1/integrations/${id}`);
      if (!response.ok) throw new Error(String(response.status));
    };
  },
  "openai (Stainless), 2 retries, its default": (baseUrl) => stainless(baseUrl, 2),
  "openai (Stainless), 100 retries": (baseUrl) => stainless(baseUrl, 100),
};

function stainless(baseURL, maxRetries) {
  const client = new OpenAI({ baseURL, apiKey: "key", maxRetries });
  return (id) => client.get(`/pim/v1/integrations/${id}`);
}

/** Measures, and gives the section of README.md. */
export async function measureRateLimit() {
  const rows = [];
  for (const [name, connect] of Object.entries(contenders)) {
    const service = await startService();
    const call = connect(service.url);
    const start = performance.now();
    const results = await Promise.allSettled(
      Array.from({ length: CALLS }, (_, index) => call(`cspi-${index}`)),
    );
    const ms = performance.now() - start;
    await service.close();
    rows.push({
      name,
      ms,
      refused: service.refused(),
      failed: results.filter(({ status }) => status === "rejected").length,
    });
    console.error(`${name}: done`);
  }
  return report(rows);
}

function report(rows) {
  const table = markdown(
    ["client", "time", "of the ideal", "responses with 429", "calls that failed"],
    rows.map(({ name, ms, refused, failed }) => [
      name,
      `${(ms / 1000).toFixed(1)} s`,
      failed > 0 ? "–" : (ms / IDEAL_MS).toFixed(2),
      refused,
      failed,
    ]),
  );
  return `# ${CALLS.toLocaleString("en")} calls at once, ${LIMIT} allowed every ${WINDOW_MS / 1000} s

Ideal: ${IDEAL_MS / 1000} s. Written by \`npm run bench\`, Node ${process.versions.node}. A client some of whose calls failed did less
than was asked, so its time is not comparable.

${table}`;
}

/** A service with a rate limit like Confluent's: windows of fixed length, relative resets in whole seconds. */
async function startService() {
  const begin = performance.now();
  let window = 0;
  let used = 0;
  let refused = 0;
  const server = createServer((request, response) => {
    const now = performance.now() - begin;
    const current = Math.floor(now / WINDOW_MS);
    if (current !== window) [window, used] = [current, 0];
    const reset = Math.ceil(((current + 1) * WINDOW_MS - now) / 1000);
    const allowed = ++used <= LIMIT;
    if (!allowed) refused++;
    response.writeHead(allowed ? 200 : 429, {
      "Content-Type": "application/json",
      "X-RateLimit-Limit": LIMIT,
      "X-RateLimit-Remaining": Math.max(0, LIMIT - used),
      "X-RateLimit-Reset": reset,
      ...(!allowed && { "Retry-After": reset }),
    });
    response.end(allowed ? JSON.stringify({ id: request.url, config: {}, environment: {} }) : undefined);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    refused: () => refused,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
