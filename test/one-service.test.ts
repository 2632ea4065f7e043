import { describe, expect, expectTypeOf, test } from "vitest";
import { apiKey, createClientFor, pimV1, type Integration, type Paginated } from "../src/index.js";
import { serve } from "./support/server.js";

describe("createClientFor one service", () => {
  test("has the resources and the paths of the service, on the road of every client", async () => {
    const list = { data: [{ id: "cspi-00000" }], metadata: {} };
    const server = await serve([
      { status: 429, headers: { "retry-after": "0" } },
      { body: list },
      { body: list },
    ]);
    const auth = apiKey({ key: "KEY", secret: "SECRET" });
    const confluent = createClientFor(pimV1, { auth, baseUrl: server.url });
    const integrations = confluent.pim.v1.integrations.list({ environment: "env-00000" });
    expectTypeOf(integrations).toEqualTypeOf<Paginated<Integration>>();
    expect(await integrations.toArray()).toEqual(list.data);
    const { data } = await confluent.GET("/pim/v1/integrations", {
      params: { query: { environment: "env-00000" } },
    });
    expect(data).toEqual(list);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array<string>(3).fill(`Basic ${btoa("KEY:SECRET")}`),
    );
  });

  test("has no others", () => {
    const confluent = createClientFor(pimV1, { auth: apiKey({ key: "KEY", secret: "SECRET" }) });
    // @ts-expect-error -- org/v2 is another service
    expect(confluent.org).toBeUndefined();
    // @ts-expect-error -- the credentials are not looked for in the environment
    expect(() => createClientFor(pimV1, {})).toThrow();
    // @ts-expect-error -- no path of another service
    expect(() => confluent.GET("/org/v2/environments")).toBeTypeOf("function");
  });
});
