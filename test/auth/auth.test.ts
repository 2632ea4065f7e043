import { expect, test } from "vitest";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { serve } from "../support/server.js";

const query = { environment };

test("an own `Auth` provides the value of the header", async () => {
  const server = await serve({ body: integration() });
  const confluent = connect(server, { auth: { authenticate: () => ({ authorization: () => "Digest 42" }) } });
  await confluent.pim.v1.integrations.get("cspi-12345", query);
  expect(server.requests[0]?.headers.authorization).toBe("Digest 42");
});
