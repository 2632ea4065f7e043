import { wrapAsPathBasedClient } from "openapi-fetch";
import { expect, test } from "vitest";
import { ConfigurationError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

test("wrapAsPathBasedClient of openapi-fetch takes a client, and its calls have the client's checks and credentials", async () => {
  const server = await serve([
    { body: integration() },
    { status: 201, body: integration("cspi-new") },
    { status: 429 },
  ]);
  const client = wrapAsPathBasedClient(connect(server));
  const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };

  const got = await client["/pim/v1/integrations/{id}"].GET(init);
  expect(got.data?.id).toBe("cspi-12345");
  const created = await client["/pim/v1/integrations"].POST({ body: newIntegration });
  expect(created.data?.id).toBe("cspi-new");
  const limited = await client["/pim/v1/integrations/{id}"].DELETE(init);
  expect(limited.error).toBeTruthy();
  await rejection(
    client["/pim/v1/integrations/{id}"].GET({ params: { ...init.params, path: { id: ".." } } }),
    ConfigurationError,
  );

  expect(server.requests.map(({ method }) => method)).toEqual(["GET", "POST", "DELETE"]);
  for (const { headers } of server.requests) expect(headers.authorization).toMatch(/^Basic /);
});
