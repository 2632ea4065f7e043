import { afterEach, expect, test } from "vitest";
import { bearerToken, createClient } from "../../src/index.js";
import type { paths } from "../fixtures/bookshop.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { serve } from "../support/server.js";

const platformFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = platformFetch;
});

test("`fetch` of the client is given the request, and the call's signal beside it", async () => {
  const seen: unknown[] = [];
  const confluent = connect(await serve({ body: integration() }), {
    fetch: (request, init) => {
      seen.push(request, init?.signal);
      return fetch(request, init);
    },
  });
  await confluent.pim.v1.integrations.get("cspi-12345", { environment });
  expect(seen).toEqual([expect.any(Request), expect.any(AbortSignal)]);
});

test("the platform's `fetch` is looked up at each call, so that what wraps it later is used", async () => {
  const confluent = connect(await serve({ body: integration() }));
  const seen: string[] = [];
  globalThis.fetch = (input, init) => {
    seen.push((input as Request).url);
    return platformFetch(input, init);
  };
  await confluent.pim.v1.integrations.get("cspi-12345", { environment });
  expect(seen).toEqual([expect.stringContaining("/pim/v1/integrations/cspi-12345")]);
});

test("without a base URL, requests go to Confluent Cloud over https", async () => {
  const seen: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    seen.push(request.url, request.headers.get("authorization") ?? "");
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  await createClient<paths>({ auth: bearerToken("token-1"), fetch }).GET("/health");
  expect(seen).toEqual(["https://api.confluent.cloud/health", "Bearer token-1"]);
});
