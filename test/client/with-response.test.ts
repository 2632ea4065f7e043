import { describe, expect, test } from "vitest";
import { ConfigurationError, NotFoundError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };

describe("withResponse", () => {
  test("gives the data, the response and the request id of the same call", async () => {
    const headers = { Location: "/pim/v1/integrations/cspi-12345", "X-Request-Id": "req-1" };
    const server = await serve({ body: integration(), headers });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", query);
    const { data, response, requestId } = await call.withResponse();
    expect(data).toBe(await call);
    expect(response.status).toBe(200);
    expect(response.headers.get("Location")).toBe(headers.Location);
    expect(await response.json()).toEqual(data);
    expect(requestId).toBe("req-1");
    expect(server.requests).toHaveLength(1);
  });

  test("has no data where a success has no body, and no request id where there is none", async () => {
    const server = await serve({ status: 204 });
    const result = await connect(server).pim.v1.integrations.delete("cspi-12345", query).withResponse();
    expect(result).toEqual({
      data: undefined,
      response: expect.any(Response) as Response,
      requestId: undefined,
    });
    expect(result.response.status).toBe(204);
  });

  test("rejects as the call does, and leaves no rejection unhandled", async () => {
    const server = await serve({ status: 404 });
    const { integrations } = connect(server).pim.v1;
    const error = await rejection(integrations.get("cspi-12345", query).withResponse(), NotFoundError);
    expect(error.stack).toContain("with-response.test.ts");
    await rejection(integrations.get("..", query).withResponse(), ConfigurationError);
  });
});
