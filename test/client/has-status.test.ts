import { expect, expectTypeOf, inject, test } from "vitest";
import type { Failure } from "../../src/generated/pim-v1.js";
import { apiKey, createClient, hasStatus } from "../../src/index.js";

const params = { path: { id: "cspi-00000" }, query: { environment: "env-00000" } };

test("hasStatus checks the status of a result, and narrows its type", async () => {
  const baseUrl = inject("servers").mock;
  const confluent = createClient({ baseUrl, auth: apiKey({ key: "key", secret: "secret" }) });
  const headers = { Prefer: "code=404" };
  const result = await confluent.GET("/pim/v1/integrations/{id}", { params, headers });

  expect(hasStatus(result, 404)).toBe(true);
  expect(hasStatus(result, 403)).toBe(false);
  if (hasStatus(result, 404)) {
    expectTypeOf(result.error).toEqualTypeOf<Failure>();
    expectTypeOf(result.data).toEqualTypeOf<undefined>();
    expect(result.error.errors[0]?.status).toBe("404");
  }
});
