import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { ClientOptions } from "../../src/index.js";
import { version } from "../../src/util/version.js";
import { connect } from "../support/client.js";
import type { api } from "../support/api.js";
import { environment, integration, newIntegration } from "../support/integrations.js";
import { serve, type ReceivedRequest } from "../support/server.js";

const product = `confluent-cloud-sdk/${version}`;

async function requestOf(
  options: ClientOptions<typeof api>,
  headers?: Record<string, string | null>,
): Promise<ReceivedRequest["headers"]> {
  const server = await serve({ body: integration() });
  const confluent = connect(server, options);
  await confluent.pim.v1.integrations.get("cspi-12345", { environment }, headers ? { headers } : {});
  return server.requests[0]?.headers ?? {};
}

test("the version is that of package.json", async () => {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  expect(JSON.parse(text)).toMatchObject({ version });
});

describe("User-Agent", () => {
  test("is the name and version of the SDK", async () => {
    expect((await requestOf({}))["user-agent"]).toBe(product);
  });

  test("starts with the program's own name and version", async () => {
    const headers = await requestOf({ userAgent: "billing-sync/2.1" });
    expect(headers["user-agent"]).toBe(`billing-sync/2.1 ${product}`);
  });
});

describe("the headers of a request", () => {
  test("accept JSON, and have no content type without a body", async () => {
    const headers = await requestOf({});
    expect(headers["accept"]).toBe("application/json");
    expect(headers).not.toHaveProperty("content-type");
  });

  test("have the content type of JSON for a body", async () => {
    const server = await serve({ status: 201, body: integration() });
    await connect(server).pim.v1.integrations.create(newIntegration);
    expect(server.requests[0]?.headers["content-type"]).toBe("application/json");
  });

  test("include those of the client and those of the call", async () => {
    const headers = await requestOf({ headers: { "X-Team": "data" } }, { "X-Trace-Id": "4bf92f35" });
    expect(headers).toMatchObject({ "x-team": "data", "x-trace-id": "4bf92f35", accept: "application/json" });
  });

  test("are those of the call where both set one, in upper or lower case", async () => {
    const headers = await requestOf({ headers: { "X-Team": "data" } }, { "x-team": "billing" });
    expect(headers["x-team"]).toBe("billing");
  });

  test("lack those that the client's `headers` set to null", async () => {
    // The runtime sets its own instead.
    const headers = await requestOf({ headers: { "User-Agent": null } });
    expect(headers["user-agent"]).not.toContain(product);
  });

  test("lack those that the call's `headers` set to null", async () => {
    const headers = await requestOf({ headers: { "X-Team": "data" } }, { "X-Team": null });
    expect(headers).not.toHaveProperty("x-team");
  });

  test("include those of the client on path methods too", async () => {
    const server = await serve({ body: integration() });
    const confluent = connect(server, { headers: { "X-Team": "data" } });
    const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };
    await confluent.GET("/pim/v1/integrations/{id}", { ...init, headers: { "X-Trace-Id": "4bf92f35" } });
    expect(server.requests[0]?.headers).toMatchObject({
      "x-team": "data",
      "x-trace-id": "4bf92f35",
      "user-agent": product,
      accept: "application/json",
    });
  });
});
