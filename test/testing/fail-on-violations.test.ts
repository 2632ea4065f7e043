import { describe, expect, inject, test } from "vitest";
import { apiKey, createClient, type ConfluentClient } from "../../src/index.js";
import { ContractViolationError, failOnViolations } from "../../src/testing/index.js";

const environment = "env-00000";

function strictClient(baseUrl: string): ConfluentClient {
  const confluent = createClient({
    baseUrl,
    auth: apiKey({ key: "any", secret: "any" }),
    retry: false,
  });
  confluent.use(failOnViolations());
  return confluent;
}

const rejection = (call: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(call).then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe("failOnViolations, against Prism", () => {
  const confluent = strictClient(inject("servers").mock);
  const place = "request.query.page_size";

  test("lets a call through that is as the document says", async () => {
    const { data } = await confluent.GET("/pim/v1/integrations", { params: { query: { environment } } });
    expect(data?.data.length).toBeGreaterThan(0);
  });

  test("fails a call of a path, and names the place", async () => {
    const query = { environment, page_size: 101 };
    const error = await rejection(confluent.GET("/pim/v1/integrations", { params: { query } }));
    expect(error).toBeInstanceOf(ContractViolationError);
    expect(error).toMatchObject({ operation: "GET /pim/v1/integrations" });
    expect((error as ContractViolationError).violations).toMatchObject([{ place, rule: "maximum" }]);
    expect((error as ContractViolationError).message).toContain(`${place}: `);
  });

  test("fails a call of a resource", async () => {
    const list = confluent.pim.v1.integrations.list({ environment, page_size: 101 });
    expect(await rejection(list.toArray())).toBeInstanceOf(ContractViolationError);
  });
});
