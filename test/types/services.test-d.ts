import createFetchClient, { type Client, type ParamsOption, type ParseAsResponse } from "openapi-fetch";
import {
  createClient,
  createClientFor,
  hasStatus,
  type Auth,
  type Declared,
  type paths,
} from "confluent-cloud-sdk";
import type * as orgV2 from "confluent-cloud-sdk/org-v2";
import { pimV1, type Failure, type Integration } from "confluent-cloud-sdk/pim-v1";
import type * as pimV1Types from "confluent-cloud-sdk/pim-v1";
import type * as pimV2 from "confluent-cloud-sdk/pim-v2";
import { describe, expectTypeOf, test } from "vitest";

declare const auth: Auth;
const params = { path: { id: "cspi-00000" }, query: { environment: "env-00000" } };
type Get = paths["/pim/v1/integrations/{id}"]["get"];

describe("the module of a service", () => {
  test("has its types under their short names, whatever other services have", () => {
    expectTypeOf<Integration["api_version"]>().toEqualTypeOf<"pim/v1" | undefined>();
    expectTypeOf<pimV2.Integration["api_version"]>().toEqualTypeOf<"pim/v2" | undefined>();
    expectTypeOf<pimV2.ListIntegrationsQuery>().toHaveProperty("status");
    expectTypeOf<pimV1Types.ListIntegrationsQuery>().not.toHaveProperty("status");
  });

  test("exports what it shares with others too", () => {
    expectTypeOf<Failure>().toEqualTypeOf<orgV2.Failure>();
    expectTypeOf<pimV1Types.AwsIntegrationConfig>().toEqualTypeOf<pimV2.AwsIntegrationConfig>();
  });

  test("has an API to make a client for", () => {
    const { pim } = createClientFor(pimV1, { auth });
    expectTypeOf(pim.v1.integrations.get("cspi-00000", params.query)).resolves.toExtend<Integration>();
    // @ts-expect-error -- another service
    void pim.v2;
  });

  test("has the paths of the service alone", () => {
    expectTypeOf<keyof pimV1Types.paths>().toEqualTypeOf<
      "/pim/v1/integrations" | "/pim/v1/integrations/{id}"
    >();
    expectTypeOf<paths>().toExtend<pimV1Types.paths & pimV2.paths & orgV2.paths>();
    expectTypeOf<"/iam/v2/service-accounts" | "/sts/v1/oauth2/token">().toExtend<keyof paths>();
    // A data plane has hosts and keys of its own.
    expectTypeOf<Extract<keyof paths, `/kafka/${string}`>>().toEqualTypeOf<never>();
  });
});

describe("paths, for openapi-fetch", () => {
  test("make a client of that package", async () => {
    const client = createFetchClient<pimV1Types.paths>();
    const { data, error } = await client.GET("/pim/v1/integrations", { params: { query: params.query } });
    expectTypeOf(data?.data[0]?.id).toEqualTypeOf<string | undefined>();
    expectTypeOf(error).toEqualTypeOf<Failure | undefined>();
    // @ts-expect-error -- environment is required
    void client.GET("/pim/v1/integrations", { params: { query: {} } });
    // @ts-expect-error -- the path has no PATCH
    void client.PATCH("/pim/v1/integrations/{id}", { params });
  });

  test("say what an operation takes, and what it does not", () => {
    expectTypeOf<ParamsOption<Get>>().toEqualTypeOf<{
      params: {
        path: { id: string };
        query: pimV1Types.GetIntegrationQuery;
        header?: never;
        cookie?: never;
      };
    }>();
    expectTypeOf<Get["requestBody"]>().toEqualTypeOf<undefined>();
    expectTypeOf<paths["/pim/v1/integrations"]["post"]["requestBody"]>().toEqualTypeOf<
      Declared<{ "application/json": pimV1Types.IntegrationCreate }>
    >();
    expectTypeOf<paths["/pim/v1/integrations"]["put"]>().toEqualTypeOf<undefined>();
  });

  test("say what comes back, by status", () => {
    type Responses = Get["responses"];
    expectTypeOf<keyof Responses>().toEqualTypeOf<200 | 400 | 401 | 403 | 404 | 429 | 500>();
    type Success = Responses[200]["content"]["application/json"];
    expectTypeOf<Success["kind"]>().toEqualTypeOf<"Integration">();
    expectTypeOf<Responses[404]["content"]>().toEqualTypeOf<{ "application/json": Failure }>();
    expectTypeOf<Responses[429]["content"]>().toEqualTypeOf<undefined>();
    expectTypeOf<ParseAsResponse<Success, { parseAs: "text" }>>().toEqualTypeOf<string>();
  });

  test("are those of createClient()", async () => {
    const confluent = createClient({ auth });
    expectTypeOf(confluent).toExtend<Client<paths>>();
    const result = await confluent.GET("/pim/v1/integrations/{id}", { params });
    if (hasStatus(result, 404)) expectTypeOf(result.error).toEqualTypeOf<Failure>();
    expectTypeOf(result.data?.kind).toEqualTypeOf<"Integration" | undefined>();
  });
});
