import { describe, expect, test } from "vitest";
import { apiKey } from "../../src/index.js";
import { connect, key, secret } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { serve } from "../support/server.js";

const query = { environment };

describe("apiKey", () => {
  test("sends key and secret as HTTP Basic", async () => {
    const server = await serve({ body: integration() });
    const confluent = connect(server, { auth: apiKey({ key: "KEY", secret: "s3cr3t:with/signs+=" }) });
    await confluent.pim.v1.integrations.get("cspi-12345", query);
    // base64 of KEY:s3cr3t:with/signs+=
    expect(server.requests[0]?.headers.authorization).toBe("Basic S0VZOnMzY3IzdDp3aXRoL3NpZ25zKz0=");
  });

  test("sends them on the path methods too", async () => {
    const server = await serve({ body: integration() });
    await connect(server).GET("/pim/v1/integrations/{id}", { params: { path: { id: "cspi-12345" }, query } });
    const expected = `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
    expect(server.requests[0]?.headers.authorization).toBe(expected);
  });
});
