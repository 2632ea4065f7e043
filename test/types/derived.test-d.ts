import { describe, expectTypeOf, test } from "vitest";
import type { ApiPromise, ClientOverrides, ConfluentClient, DataWithResponse } from "../../src/index.js";
import type { Integration } from "../../src/generated/pim-v1.js";

declare const confluent: ConfluentClient;
const query = { environment: "env-00000" };

describe("withResponse", () => {
  test("gives the data of the method, the response and the request id", async () => {
    const call = confluent.pim.v1.integrations.get("cspi-12345", query);
    expectTypeOf(call).toExtend<ApiPromise<Integration>>();
    expectTypeOf(await call).toExtend<Integration>();
    const result = await call.withResponse();
    expectTypeOf(result).toEqualTypeOf<DataWithResponse<Awaited<typeof call>>>();
    expectTypeOf(result.response).toEqualTypeOf<Response>();
    expectTypeOf(result.requestId).toEqualTypeOf<string | undefined>();
  });

  test("is not there on a list, which is many calls", () => {
    // @ts-expect-error -- each page has its response
    void confluent.pim.v1.integrations.list(query).withResponse;
  });
});

describe("withOptions", () => {
  test("gives a client of the same type", () => {
    const other = confluent.withOptions({ timeoutMs: 1_000 });
    expectTypeOf(other).toExtend<ConfluentClient>();
    expectTypeOf(other.pim).toEqualTypeOf(confluent.pim);
  });

  test("takes what one call may set for itself, and nothing that clients share", () => {
    expectTypeOf<keyof ClientOverrides>().toEqualTypeOf<
      "timeoutMs" | "totalTimeoutMs" | "maxResponseBytes" | "retry" | "headers"
    >();
    // @ts-expect-error -- the base URL belongs to the client
    confluent.withOptions({ baseUrl: "https://api.confluent.cloud" });
  });
});
