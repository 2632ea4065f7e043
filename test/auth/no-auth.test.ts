import { expect, test } from "vitest";
import { createClient, createClientFor, noAuth } from "../../src/index.js";
import { api } from "../support/api.js";
import { environment, integration } from "../support/integrations.js";
import { serve } from "../support/server.js";

test("noAuth sends no credentials, and does not ask for others after a 401", async () => {
  const server = await serve({ status: 401 });
  const confluent = createClient({ api, baseUrl: server.url, auth: noAuth() });
  const { response } = await confluent.GET("/org/v2/environments");
  expect(response.status).toBe(401);
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test("with noAuth, a base URL may be `http:` on any host", async () => {
  const seen: string[] = [];
  const fetch = ({ url }: Request): Promise<Response> => {
    seen.push(url);
    return Promise.resolve(Response.json(integration()));
  };
  const options = { baseUrl: "http://registry.internal:8081", auth: noAuth(), fetch };
  await createClientFor(api, options).pim.v1.integrations.get("cspi-12345", { environment });
  expect(seen).toEqual([expect.stringMatching(/^http:\/\/registry\.internal:8081\/pim\//)]);
});
