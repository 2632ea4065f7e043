import { wrapAsPathBasedClient, type Client, type FetchResponse, type MethodResponse } from "openapi-fetch";
import { describe, expectTypeOf, test } from "vitest";
import {
  createClient,
  createClientFor,
  type Auth,
  type ConfluentClient,
  type paths,
  type WithRequired,
} from "../../src/index.js";
import { pimV1, type Integration, type paths as PimPaths } from "../../src/generated/pim-v1.js";

/* The services of this package: an open enum is a plain string to openapi-fetch, and keeps its values in our methods. */

declare const auth: Auth;
/** What the service says of one integration. */
type Found = WithRequired<Integration, "api_version" | "kind">;
type Open = Integration["provider"];
const params = { path: { id: "cspi-12345" }, query: { environment: "env-00000" } };
const path = "/pim/v1/integrations/{id}";

describe("what openapi-fetch makes of the client is a plain string", () => {
  test("by `request`", async () => {
    const { data } = await createClient().request("get", path, { params });
    expectTypeOf(data?.provider).toEqualTypeOf<string | undefined>();
  });

  test("by wrapAsPathBasedClient", async () => {
    const wrapped = wrapAsPathBasedClient(createClient());
    const { data } = await wrapped[path].GET({ params });
    expectTypeOf(data?.provider).toEqualTypeOf<string | undefined>();
    const list = await wrapped["/pim/v1/integrations"].GET({ params: { query: params.query } });
    expectTypeOf(list.data?.data[0]?.provider).toEqualTypeOf<string | undefined>();
  });

  test("by a client of its type", async () => {
    const client: Client<paths> = createClient();
    const { data } = await client.GET(path, { params });
    expectTypeOf(data?.provider).toEqualTypeOf<string | undefined>();
  });

  test("of one service alone", async () => {
    const client: Client<PimPaths> = createClientFor(pimV1, { auth });
    const { data } = await client.GET(path, { params });
    expectTypeOf(data?.provider).toEqualTypeOf<string | undefined>();
  });

  test("in the types that libraries over it are made of", () => {
    type Data = Required<FetchResponse<paths[typeof path]["get"], object, `${string}/${string}`>>["data"];
    expectTypeOf<Data["provider"]>().toEqualTypeOf<string | undefined>();
    type Item = MethodResponse<ConfluentClient, "get", typeof path>;
    expectTypeOf<Item["provider"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Found>().toExtend<Item>();
    expectTypeOf<Item>().toExtend<Found>();
  });

  test("in a body, where any string may be sent and nothing else", () => {
    const environment = { id: "env-00000" };
    const config = { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn:aws:iam::0:role/r" } as const;
    const wrapped = wrapAsPathBasedClient(createClient());
    const provider = "Azure" as string;
    void wrapped["/pim/v1/integrations"].POST({ body: { provider, config, environment } });
    // @ts-expect-error -- a provider is a string
    void wrapped["/pim/v1/integrations"].POST({ body: { provider: 1, config, environment } });
  });
});

describe("our methods keep the values that the document names", () => {
  const confluent = createClient();

  test("of paths", async () => {
    const { data } = await confluent.GET(path, { params });
    expectTypeOf(data).toEqualTypeOf<Found | undefined>();
    expectTypeOf(data?.provider).toEqualTypeOf<Open>();
  });

  test("of resources and lists", async () => {
    const integration = await confluent.pim.v1.integrations.get(params.path.id, params.query);
    expectTypeOf(integration.provider).toEqualTypeOf<Open>();
    for await (const item of confluent.paginate("/pim/v1/integrations", { params: { query: params.query } }))
      expectTypeOf(item).toEqualTypeOf<Integration>();
  });

  test("which are not those of a plain string", () => {
    expectTypeOf<Open>().not.toEqualTypeOf<string | undefined>();
  });
});
