import { describe, expect, expectTypeOf, test } from "vitest";
import { pimV1, type Integration } from "../../src/generated/pim-v1.js";
import { apiKey, createClientFor, logEvents, type Paginated } from "../../src/index.js";
import { serve } from "../support/server.js";

describe("createClientFor one service", () => {
  test("has the resources of the service, on the road of every client", async () => {
    const list = { data: [{ id: "cspi-00000" }], metadata: {} };
    const server = await serve([{ status: 429, headers: { "retry-after": "0" } }, { body: list }]);
    const auth = apiKey({ key: "KEY", secret: "SECRET" });
    const confluent = createClientFor(pimV1, { auth, baseUrl: server.url });
    const integrations = confluent.pim.v1.integrations.list({ environment: "env-00000" });
    expectTypeOf(integrations).toEqualTypeOf<Paginated<Integration>>();
    expect(await integrations.toArray()).toEqual(list.data);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array<string>(2).fill(`Basic ${btoa("KEY:SECRET")}`),
    );
    expect(confluent.rateLimit).toBeUndefined();
  });

  test("writes lines where `onEvent` does", async () => {
    const server = await serve({ body: { id: "cspi-00000" } });
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const logger = { debug: write, info: write, warn: write, error: write };
    const options = { auth: apiKey({ key: "KEY", secret: "SECRET" }), baseUrl: server.url };
    const silent = createClientFor(pimV1, { ...options, onEvent: logEvents(logger) });
    await silent.pim.v1.integrations.get("cspi-00000", { environment: "env-00000" });
    expect(lines).toEqual([]);
    const confluent = createClientFor(pimV1, { ...options, onEvent: logEvents(logger, "info") });
    await confluent.pim.v1.integrations.get("cspi-00000", { environment: "env-00000" });
    expect(lines).toEqual([
      expect.stringMatching(/^confluent-cloud-sdk: getPimV1Integration: 200 after \d+ ms$/),
    ]);
  });

  test("has no others, and no paths", () => {
    const confluent = createClientFor(pimV1, { auth: apiKey({ key: "KEY", secret: "SECRET" }) });
    // @ts-expect-error -- org/v2 is another service
    expect(confluent.org).toBeUndefined();
    // @ts-expect-error -- the credentials are not looked for in the environment
    expect(() => createClientFor(pimV1, {})).toThrow();
    // @ts-expect-error -- openapi-fetch's methods are left out
    expect(confluent.GET).toBeUndefined();
  });
});
