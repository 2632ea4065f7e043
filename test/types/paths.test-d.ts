import { describe, expectTypeOf, test } from "vitest";
import type { AwsIntegrationConfig, Failure, Integration, IntegrationList, Token } from "../support/api.js";
import type { TestClient } from "../support/client.js";

declare const confluent: TestClient;
const query = { environment: "env-00000" };
const params = { path: { id: "cspi-12345" }, query };
const config = { kind: "AwsIntegrationConfig" } as const;
const environment = { id: "env-00000" };

describe("a path method resolves to", () => {
  test("data or an error, narrowed by either", async () => {
    const result = await confluent.GET("/pim/v1/integrations/{id}", { params });
    expectTypeOf(result.data).toEqualTypeOf<Integration | undefined>();
    expectTypeOf(result.error).toEqualTypeOf<Failure | undefined>();
    expectTypeOf(result.response).toExtend<Response>();
    if (result.data) expectTypeOf(result.error).toEqualTypeOf<undefined>();
    if (result.error) expectTypeOf(result.data).toEqualTypeOf<undefined>();
    if (!result.error) expectTypeOf(result.data).toEqualTypeOf<Integration>();
  });

  test("data with the document's own types: open enums stay open, unions narrow", async () => {
    const { data } = await confluent.GET("/pim/v1/integrations", { params: { query } });
    expectTypeOf(data).toEqualTypeOf<IntegrationList | undefined>();
    const item = data?.data[0];
    expectTypeOf(item?.provider).toEqualTypeOf<"AWS" | (string & {}) | undefined>();
    expectTypeOf(item?.provider).not.toEqualTypeOf<string | undefined>();
    if (item?.config.kind === "AwsIntegrationConfig")
      expectTypeOf(item.config).toEqualTypeOf<AwsIntegrationConfig>();
  });

  test("the type of `parseAs`", async () => {
    const text = await confluent.GET("/pim/v1/integrations", { params: { query }, parseAs: "text" });
    expectTypeOf(text.data).toEqualTypeOf<string | undefined>();
    const blob = await confluent.GET("/pim/v1/integrations", { params: { query }, parseAs: "blob" });
    expectTypeOf(blob.data).toEqualTypeOf<Blob | undefined>();
    const stream = await confluent.GET("/pim/v1/integrations", { params: { query }, parseAs: "stream" });
    expectTypeOf(stream.data).toEqualTypeOf<Response["body"] | undefined>();
  });

  test("undefined data where the document declares no body", async () => {
    const { data, error } = await confluent.DELETE("/pim/v1/integrations/{id}", { params });
    expectTypeOf(data).toEqualTypeOf<undefined>();
    expectTypeOf(error).toEqualTypeOf<Failure | undefined>();
  });

  test("the types of POST, and of a form", async () => {
    const created = await confluent.POST("/pim/v1/integrations", { body: { config, environment } });
    expectTypeOf(created.data).toEqualTypeOf<Integration | undefined>();
    const body = { grant_type: "g", subject_token: "s" };
    const token = await confluent.POST("/sts/v1/oauth2/token", { body });
    expectTypeOf(token.data).toEqualTypeOf<Token | undefined>();
  });
});

describe("a path method", () => {
  test("rejects a path that is not in the document, and a method that the path does not have", () => {
    // @ts-expect-error -- no such path
    void confluent.GET("/pim/v1/integratoins", { params: { query } });
    // @ts-expect-error -- the path has no GET
    void confluent.GET("/sts/v1/oauth2/token", {});
    // @ts-expect-error -- the path has no DELETE
    void confluent.DELETE("/pim/v1/integrations", { params: { query } });
    // @ts-expect-error -- no path has a PATCH
    void confluent.PATCH("/pim/v1/integrations/{id}", { params });
  });

  test("rejects a call without a required option", () => {
    // @ts-expect-error -- the options are required
    void confluent.GET("/pim/v1/integrations");
    // @ts-expect-error -- the query is required
    void confluent.GET("/pim/v1/integrations", {});
    // @ts-expect-error -- environment is required
    void confluent.GET("/pim/v1/integrations", { params: { query: {} } });
    // @ts-expect-error -- id is required
    void confluent.GET("/pim/v1/integrations/{id}", { params: { query } });
    // @ts-expect-error -- the body is required
    void confluent.POST("/pim/v1/integrations", {});
  });

  test("rejects a value of another type", () => {
    // @ts-expect-error -- page_size is a number
    void confluent.GET("/pim/v1/integrations", { params: { query: { ...query, page_size: "10" } } });
    // @ts-expect-error -- parseAs is one of five
    void confluent.GET("/pim/v1/integrations", { params: { query }, parseAs: "xml" });
    // @ts-expect-error -- a signal is an AbortSignal
    void confluent.GET("/pim/v1/integrations", { params: { query }, signal: new AbortController() });
  });

  test("rejects a body that the document does not allow", () => {
    // @ts-expect-error -- environment is required
    void confluent.POST("/pim/v1/integrations", { body: { config } });
    // @ts-expect-error -- config is no string
    void confluent.POST("/pim/v1/integrations", { body: { config: "AwsIntegrationConfig", environment } });
    // @ts-expect-error -- the provider is a string
    void confluent.POST("/pim/v1/integrations", { body: { provider: 1, config, environment } });
    void confluent.POST("/pim/v1/integrations", { body: { provider: "Azure", config, environment } });
  });

  test("rejects a misspelt option", () => {
    // @ts-expect-error -- the parameter is page_size
    void confluent.GET("/pim/v1/integrations", { params: { query: { ...query, page_sise: 10 } } });
    // @ts-expect-error -- the parameter is page_size
    void confluent.GET("/org/v2/environments", { params: { query: { page_sise: 10 } } });
    // @ts-expect-error -- the path has no parameter `name`
    void confluent.GET("/pim/v1/integrations/{id}", { params: { ...params, path: { id: "a", name: "b" } } });
    // @ts-expect-error -- parameters are in path, query and header
    void confluent.GET("/pim/v1/integrations", { params: { query, body: {} } });
    // @ts-expect-error -- the member is display_name
    void confluent.POST("/pim/v1/integrations", { body: { displayName: "a", config, environment } });
    // @ts-expect-error -- the option is timeoutMs
    void confluent.GET("/pim/v1/integrations", { params: { query }, timeout: 5_000 });
    // @ts-expect-error -- a GET has no body
    void confluent.GET("/pim/v1/integrations", { params: { query }, body: {} });
  });

  test("accepts the options of openapi-fetch, of fetch, and of the client", () => {
    const { signal } = new AbortController();
    const init = {
      params: { query },
      headers: { "X-Trace-Id": "1" },
      baseUrl: "https://api.confluent.cloud",
    };
    void confluent.GET("/pim/v1/integrations", {
      ...init,
      signal,
      cache: "no-store",
      querySerializer: String,
    });
    void confluent.GET("/pim/v1/integrations", { ...init, timeoutMs: 1, totalTimeoutMs: 2, retry: false });
    // @ts-expect-error -- milliseconds are a number
    void confluent.GET("/pim/v1/integrations", { ...init, timeoutMs: "1" });
    // @ts-expect-error -- a signature for the compiler, which no call can meet
    void confluent.GET("/pim/v1/integrations", init, null);
  });

  test("accepts no options where none is required", () => {
    expectTypeOf(confluent.GET("/org/v2/environments")).resolves.toHaveProperty("data");
  });
});
