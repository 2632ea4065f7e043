import type { CallOptions, ConfluentClient, Paginated } from "../../src/index.js";

export const environment = "env-00000";
const organization = "9bb441c4-edef-46ac-8a41-c49e44a3fd9a";
const display_name = "s3_provider_integration";

/** A valid call. */
export type Call = (confluent: ConfluentClient, options?: CallOptions) => Promise<unknown>;

/** One valid call of every operation, by its id. */
export const validCalls: Record<string, Call> = {
  listPimV1Integrations: ({ pim }, options) =>
    firstPage(pim.v1.integrations.list({ environment, provider: "AWS" }, options)),
  createPimV1Integration: ({ pim }, options) =>
    pim.v1.integrations.create(
      {
        display_name,
        provider: "AWS",
        config: {
          kind: "AwsIntegrationConfig",
          customer_iam_role_arn: "arn:aws:iam::111111111111:role/s3-reader",
        },
        environment: { id: environment },
      },
      options,
    ),
  getPimV1Integration: ({ pim }, options) => pim.v1.integrations.get("cspi-00000", { environment }, options),
  deletePimV1Integration: ({ pim }, options) =>
    pim.v1.integrations.delete("cspi-00000", { environment }, options),

  listPimV2Integrations: ({ pim }, options) =>
    firstPage(pim.v2.integrations.list({ environment, status: "DRAFT", display_name: "s3" }, options)),
  createPimV2Integration: ({ pim }, options) =>
    pim.v2.integrations.create({ display_name, provider: "GCP", environment: { id: environment } }, options),
  getPimV2Integration: ({ pim }, options) => pim.v2.integrations.get("cspi-00000", { environment }, options),
  updatePimV2Integration: ({ pim }, options) =>
    pim.v2.integrations.update(
      "cspi-00000",
      {
        config: {
          kind: "AzureIntegrationConfig",
          customer_azure_tenant_id: "95c35493-41aa-44f8-9154-5a25cbbc1865",
        },
        environment: { id: environment },
      },
      options,
    ),
  deletePimV2Integration: ({ pim }, options) =>
    pim.v2.integrations.delete("cspi-00000", { environment }, options),
  validatePimV2Integration: ({ pim }, options) =>
    pim.v2.integrations.validate({ id: "cspi-00000", environment: { id: environment } }, options),

  listOrgV2Environments: ({ org }, options) => firstPage(org.v2.environments.list({}, options)),
  createOrgV2Environment: ({ org }, options) =>
    org.v2.environments.create({ display_name: "staging" }, options),
  getOrgV2Environment: ({ org }, options) => org.v2.environments.get(environment, undefined, options),
  updateOrgV2Environment: ({ org }, options) =>
    org.v2.environments.update(environment, { display_name: "production" }, options),
  deleteOrgV2Environment: ({ org }, options) => org.v2.environments.delete(environment, undefined, options),
  listOrgV2Organizations: ({ org }, options) => firstPage(org.v2.organizations.list({}, options)),
  getOrgV2Organization: ({ org }, options) => org.v2.organizations.get(organization, undefined, options),
  updateOrgV2Organization: ({ org }, options) =>
    org.v2.organizations.update(organization, { display_name: "Acme" }, options),

  exchangeStsV1OauthToken: ({ sts }, options) =>
    sts.v1.oauth2.token.exchange(
      {
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        subject_token: "header.payload.signature",
        subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
        requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
        identity_pool_id: "pool-00000",
        expires_in: 900,
      },
      options,
    ),
};

async function firstPage(list: Paginated<unknown>): Promise<unknown> {
  const page = await list.pages().next();
  return page.value?.data;
}
