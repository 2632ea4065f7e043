import { wrapAsPathBasedClient, type Client, type FetchResponse, type MethodResponse } from "openapi-fetch";
import { describe, expectTypeOf, test } from "vitest";
import { createClient, type Api, type ClientOptions } from "../../src/index.js";
import type { paths } from "../fixtures/bookshop.js";
import type { api, AwsIntegrationConfig, Integration, Paths, Resources } from "../support/api.js";
import type { TestClient } from "../support/client.js";

declare const confluent: TestClient;

describe("a client is a client of openapi-fetch", () => {
  test("for a generated API", () => {
    expectTypeOf<TestClient>().toExtend<Client<Paths>>();
    const takes = (client: Client<Paths>): Client<Paths> => client;
    expectTypeOf(takes).toBeCallableWith(confluent);
  });

  test("and not one for other paths", () => {
    expectTypeOf<TestClient>().not.toExtend<Client<paths>>();
  });
});

describe("an open enum is a string to openapi-fetch", () => {
  const params = { path: { id: "cspi-12345" }, query: { environment: "env-00000" } };

  test("in what `request` and wrapAsPathBasedClient return", async () => {
    const requested = await confluent.request("get", "/pim/v1/integrations/{id}", { params });
    expectTypeOf(requested.data?.provider).toEqualTypeOf<string | undefined>();
    const wrapped = wrapAsPathBasedClient(confluent);
    const list = await wrapped["/pim/v1/integrations"].GET({ params: { query: params.query } });
    expectTypeOf(list.data?.data[0]?.provider).toEqualTypeOf<string | undefined>();
  });

  test("in the types that libraries for openapi-fetch use", () => {
    type Get = Paths["/pim/v1/integrations/{id}"]["get"];
    type Data = Required<FetchResponse<Get, object, `${string}/${string}`>>["data"];
    expectTypeOf<Data["provider"]>().toEqualTypeOf<string | undefined>();
    type Item = MethodResponse<TestClient, "get", "/pim/v1/integrations/{id}">;
    expectTypeOf<Item["provider"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Integration>().toExtend<Item>();
    expectTypeOf<Item>().toExtend<Integration>();
  });

  test("in a body, which accepts any string", () => {
    const body = { provider: "Azure" as string, config: { kind: "AwsIntegrationConfig" as const } };
    const wrapped = wrapAsPathBasedClient(confluent);
    void wrapped["/pim/v1/integrations"].POST({ body: { ...body, environment: { id: "env-00000" } } });
    // @ts-expect-error -- a provider is a string
    void wrapped["/pim/v1/integrations"].POST({ body: { ...body, provider: 1, environment: { id: "e" } } });
  });

  test("and a union still narrows by its discriminator", async () => {
    const { data } = await confluent.request("get", "/pim/v1/integrations/{id}", { params });
    if (data?.config.kind === "AwsIntegrationConfig")
      expectTypeOf(data.config).toExtend<AwsIntegrationConfig>();
  });
});

describe("wrapAsPathBasedClient", () => {
  test("finds the paths of a client by itself", async () => {
    const client = wrapAsPathBasedClient(confluent);
    const params = { path: { id: "cspi-12345" }, query: { environment: "env-00000" } };
    const { data } = await client["/pim/v1/integrations/{id}"].GET({ params });
    expectTypeOf(data?.id).toEqualTypeOf<Integration["id"] | undefined>();
    // @ts-expect-error -- no such path
    void client["/pim/v1/integratoins"];
    // @ts-expect-error -- environment is required
    void client["/pim/v1/integrations"].GET({ params: { query: {} } });
  });
});

describe("createClient", () => {
  test("infers the types of the API that it is given", () => {
    expectTypeOf(createClient<typeof api>).returns.toEqualTypeOf<TestClient>();
    expectTypeOf<typeof api>().toEqualTypeOf<Api<Paths, Resources>>();
    expectTypeOf<TestClient>().toExtend<Resources>();
  });

  test("has these options and no others", () => {
    type Options = keyof ClientOptions;
    expectTypeOf<Options>().toEqualTypeOf<
      | "auth"
      | "baseUrl"
      | "api"
      | "fetch"
      | "userAgent"
      | "maxResponseBytes"
      | "redirectOrigins"
      | "headers"
      | "maxConcurrency"
      | "rateLimiter"
      | "timeoutMs"
      | "totalTimeoutMs"
      | "retry"
      | "logger"
      | "logLevel"
      | "onEvent"
    >();
    // @ts-expect-error -- paths without a generated API are for the drop-in
    createClient<paths>();
    // @ts-expect-error -- baseURL is no option
    createClient({ baseURL: "https://api.confluent.cloud" });
    // @ts-expect-error -- auth is what apiKey or bearerToken gives
    createClient({ auth: { key: "k", secret: "s" } });
  });
});
