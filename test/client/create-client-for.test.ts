import { describe, expect, expectTypeOf, test } from "vitest";
import {
  apiKey,
  ConfigurationError,
  createClient,
  createClientFor,
  orgV2,
  pimV1,
  pimV2,
  type Paginated,
} from "../../src/index.js";
import type { Integration } from "../../src/generated/pim-v1.js";
import { thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

const auth = apiKey({ key: "KEY", secret: "SECRET" });
const query = { environment: "env-00000" };

describe("createClientFor one service", () => {
  test("has the resources of the service, with credentials and retries", async () => {
    const list = { data: [{ id: "cspi-00000" }], metadata: {} };
    const server = await serve([{ status: 429, headers: { "retry-after": "0" } }, { body: list }]);
    const confluent = createClientFor(pimV1, { auth, baseUrl: server.url });
    const integrations = confluent.pim.v1.integrations.list(query);
    expectTypeOf(integrations).toEqualTypeOf<Paginated<Integration>>();
    expect(await integrations.toArray()).toEqual(list.data);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array<string>(2).fill(`Basic ${btoa("KEY:SECRET")}`),
    );
    expect(confluent.rateLimit).toBeUndefined();
  });

  test("has the path methods, `paginate` and middlewares", async () => {
    const list = { data: [{ id: "cspi-00000" }], metadata: {} };
    const server = await serve({ body: list });
    const confluent = createClientFor(pimV1, { auth, baseUrl: server.url });
    const seen: string[] = [];
    const middleware = { onRequest: ({ schemaPath }: { schemaPath: string }) => void seen.push(schemaPath) };
    confluent.use(middleware);
    const { data } = await confluent.GET("/pim/v1/integrations", { params: { query } });
    expect(data).toEqual(list);
    expect(await confluent.paginate("/pim/v1/integrations", { params: { query } }).toArray()).toEqual(
      list.data,
    );
    await confluent.pim.v1.integrations.list(query).toArray();
    confluent.eject(middleware);
    await confluent.request("get", "/pim/v1/integrations", { params: { query } });
    expect(seen).toEqual(Array<string>(3).fill("/pim/v1/integrations"));
    expect(server.requests).toHaveLength(4);
  });

  test("logs to `logger` from `logLevel` on", async () => {
    const server = await serve({ body: { id: "cspi-00000" } });
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const logger = { debug: write, info: write, warn: write, error: write };
    const options = { auth, baseUrl: server.url, logger };
    await createClientFor(pimV1, options).pim.v1.integrations.get("cspi-00000", query);
    expect(lines).toEqual([]);
    const confluent = createClientFor(pimV1, { ...options, logLevel: "info" });
    await confluent.pim.v1.integrations.get("cspi-00000", query);
    expect(lines).toEqual([
      expect.stringMatching(/^confluent-cloud-sdk: getPimV1Integration: 200 after \d+ ms$/),
    ]);
  });

  test("has the members of a client that createClient makes, but only its own resources", () => {
    const confluent = createClientFor(pimV1, { auth });
    expect(Object.keys(confluent).sort()).toEqual(Object.keys(createClient({ api: pimV1, auth })).sort());
    // @ts-expect-error -- org/v2 is another service
    expect(confluent.org).toBeUndefined();
    // @ts-expect-error -- v2 is another service
    expect(confluent.pim.v2).toBeUndefined();
  });
});

describe("createClientFor several services", () => {
  test("has the resources of all of them, and one rate limit", async () => {
    const headers = { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "9", "x-ratelimit-reset": "1" };
    const server = await serve({ headers, body: { data: [], metadata: {} } });
    const confluent = createClientFor([orgV2, pimV1, pimV2], { auth, baseUrl: server.url });
    await confluent.org.v2.environments.list().toArray();
    await confluent.pim.v1.integrations.list(query).toArray();
    await confluent.pim.v2.integrations.list(query).toArray();
    await confluent.GET("/pim/v2/integrations", { params: { query } });
    expect(server.requests.map(({ url }) => url.split("?")[0])).toEqual([
      "/org/v2/environments",
      "/pim/v1/integrations",
      "/pim/v2/integrations",
      "/pim/v2/integrations",
    ]);
    expect(confluent.rateLimit).toMatchObject({ limit: 10, remaining: 9 });
  });

  test("leaves the tables of the services as they were", () => {
    createClientFor([pimV1, pimV2], { auth });
    expect(Object.keys(pimV1.operations["pim"] ?? {})).toEqual(["v1"]);
    expect(Object.keys(pimV2.operations["pim"] ?? {})).toEqual(["v2"]);
  });
});

describe("createClientFor a service with a host of its own", () => {
  test("sends its requests there, unless a base URL is given", async () => {
    const [own, given] = [await serve({ status: 204 }), await serve({ status: 204 })];
    const remove = { id: "delete", method: "DELETE", path: "/things", successes: { 204: [] } } as const;
    const api = { baseUrl: own.url, operations: { things: { remove } } };
    await createClientFor(api, { auth }).request("delete" as never, "/things" as never);
    await createClientFor(api, { auth, baseUrl: given.url }).request("delete" as never, "/things" as never);
    expect([own.requests.length, given.requests.length]).toEqual([1, 1]);
  });

  test("is refused without a base URL where each caller has another", () => {
    const error = thrown(() => createClientFor({ ...pimV1, baseUrl: null }, { auth }), ConfigurationError);
    expect(error.message).toContain("`baseUrl` is missing");
    expect(() =>
      createClientFor({ ...pimV1, baseUrl: null }, { auth, baseUrl: "https://a.example" }),
    ).not.toThrow();
  });

  test("is refused beside one with another host", () => {
    const elsewhere = { ...pimV1, baseUrl: "https://a.example" };
    const error = thrown(() => createClientFor([elsewhere, orgV2], { auth }), ConfigurationError);
    expect(error.message).toContain("these services have different hosts");
  });
});

describe("createClientFor refuses", () => {
  test.each<[string, unknown]>([
    ["no service", undefined],
    ["an empty array", []],
    ["an array with a gap", [pimV1, undefined]],
    ["a table of operations", { pim: {} }],
  ])("%s", (_, apis) => {
    const error = thrown(() => createClientFor(apis as typeof pimV1, { auth }), ConfigurationError);
    expect(error.message).toBe("createClientFor: pass a service such as `pimV1`, or an array of services");
  });

  test.each([{}, undefined])(
    "options without credentials (%o), and reads none from the environment",
    (options) => {
      const error = thrown(() => createClientFor(pimV1, options as never), ConfigurationError);
      expect(error.message).toBe(
        "`auth` is missing; pass apiKey(), stsToken() or bearerToken(), or noAuth()",
      );
    },
  );
});
