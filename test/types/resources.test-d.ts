import { describe, expectTypeOf, test } from "vitest";
import type { CallOptions, Paginated, UnknownKind } from "../../src/index.js";
import type {
  AwsIntegrationConfig,
  Integration,
  IntegrationCreate,
  UnknownIntegrationConfig,
} from "../support/api.js";
import type { TestClient } from "../support/client.js";

declare const confluent: TestClient;
declare const integration: Integration;
const { integrations } = confluent.pim.v1;
const environment = { id: "env-00000" };
const config = { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn" } as const;

describe("create", () => {
  test("accepts the required properties alone", () => {
    expectTypeOf(integrations.create({ config, environment })).resolves.toEqualTypeOf<Integration>();
  });

  test("accepts every property of the request", () => {
    const display_name = "s3 archive";
    expectTypeOf(
      integrations.create({ display_name, provider: "AWS", config, environment }),
    ).resolves.toHaveProperty("id");
  });

  test("accepts a provider that the document does not list", () => {
    expectTypeOf(integrations.create).toBeCallableWith({ provider: "ORACLE", config, environment });
  });

  test("accepts an unlisted kind of config, as UnknownKind", () => {
    const unknown = { kind: "OciConfig" as UnknownKind, tenancy: "t" };
    expectTypeOf(integrations.create).toBeCallableWith({ config: unknown, environment });
  });

  test("rejects a misspelt key", () => {
    // @ts-expect-error -- display_nmae is no key of the body
    void integrations.create({ display_nmae: "s3 archive", config, environment });
    // @ts-expect-error -- customer_iam_role is no key of the config
    void integrations.create({ config: { ...config, customer_iam_role: "arn" }, environment });
    // @ts-expect-error -- ID is no key of the environment
    void integrations.create({ config, environment: { ID: "env-00000" } });
  });

  test("rejects a property that only the service sets", () => {
    // @ts-expect-error -- id is the server's
    void integrations.create({ id: "cspi-12345", config, environment });
    // @ts-expect-error -- external_id is the server's
    void integrations.create({ config: { ...config, external_id: "e" }, environment });
    // @ts-expect-error -- resource_name is the server's
    void integrations.create({ config, environment: { id: "env-00000", resource_name: "crn://" } });
  });

  test("rejects a body without a required property", () => {
    // @ts-expect-error -- environment is required
    void integrations.create({ config });
    // @ts-expect-error -- config is required
    void integrations.create({ environment });
    // @ts-expect-error -- kind is required
    void integrations.create({ config: { customer_iam_role_arn: "arn" }, environment });
    // @ts-expect-error -- kind is a listed one, or an UnknownKind
    void integrations.create({ config: { kind: "AwsIntegrationConfgi" }, environment });
  });

  test("accepts options after the body", () => {
    expectTypeOf(integrations.create).parameters.toEqualTypeOf<[IntegrationCreate, CallOptions?]>();
  });
});

describe("get, delete and list", () => {
  test("accept path parameters first, then the query, then options", () => {
    expectTypeOf(integrations.get).parameters.toEqualTypeOf<
      [string, { environment: string }, CallOptions?]
    >();
    expectTypeOf(integrations.delete).returns.resolves.toBeVoid();
    expectTypeOf(integrations.list).returns.toEqualTypeOf<Paginated<Integration>>();
  });

  test("reject a call without a required argument", () => {
    // @ts-expect-error -- the query is required
    void integrations.get("cspi-12345");
    // @ts-expect-error -- environment is required
    void integrations.list({});
    // @ts-expect-error -- environement is no query parameter
    void integrations.list({ environement: "env-00000" });
    // @ts-expect-error -- the id is a string
    void integrations.delete(12345, { environment: "env-00000" });
  });

  test("accept no query where none is required", () => {
    expectTypeOf(confluent.org.v2.environments.list).toBeCallableWith();
  });
});

describe("the options of a call", () => {
  test("are these and no others", () => {
    expectTypeOf<keyof CallOptions>().toEqualTypeOf<
      "query" | "headers" | "signal" | "timeoutMs" | "maxResponseBytes" | "totalTimeoutMs" | "retry"
    >();
    // @ts-expect-error -- singal is no option
    void integrations.get("cspi-12345", { environment: "e" }, { singal: new AbortController().signal });
  });
});

describe("a response", () => {
  test("has the properties that are always there as required ones", () => {
    expectTypeOf(integration.id).toEqualTypeOf<string>();
    expectTypeOf(integration.environment.id).toEqualTypeOf<string>();
    expectTypeOf(integration.config).toEqualTypeOf<AwsIntegrationConfig | UnknownIntegrationConfig>();
    expectTypeOf(integration.display_name).toEqualTypeOf<string | undefined>();
  });

  test("has an open enum for a provider, with its listed values", () => {
    expectTypeOf(integration.provider).toEqualTypeOf<"AWS" | (string & {}) | undefined>();
    // Not string: an editor would have no names to offer.
    expectTypeOf(integration.provider).not.toEqualTypeOf<string | undefined>();
    expectTypeOf<"ORACLE">().toExtend<typeof integration.provider>();
    expectTypeOf<42>().not.toExtend<typeof integration.provider>();
  });

  test("narrows by the kind of its config, and keeps a variant for unknown kinds", () => {
    const { config } = integration;
    switch (config.kind) {
      case "AwsIntegrationConfig":
        expectTypeOf(config).toEqualTypeOf<AwsIntegrationConfig>();
        expectTypeOf(config.iam_role_arn).toEqualTypeOf<string | undefined>();
        // @ts-expect-error -- no such property in this variant
        void config.tenancy;
        break;
      default:
        expectTypeOf(config).toEqualTypeOf<UnknownIntegrationConfig>();
        expectTypeOf(config["tenancy"]).toBeUnknown();
    }
  });

  test("narrows in an if too", () => {
    const { config } = integration;
    if (config.kind === "AwsIntegrationConfig") expectTypeOf(config).toEqualTypeOf<AwsIntegrationConfig>();
    else expectTypeOf(config).toEqualTypeOf<UnknownIntegrationConfig>();
  });
});

test("a client has the resources of its API and no others", () => {
  // @ts-expect-error -- no such resource
  void confluent.pim.v1.integratoins;
  // @ts-expect-error -- no such method
  void integrations.update;
});
