import type { Integration, IntegrationCreate } from "./api.js";
import type { CompleteResponse } from "./respond.js";

export const environment = "env-00000";

export function integration(id = "cspi-12345"): Integration {
  return {
    api_version: "pim/v1",
    kind: "Integration",
    id,
    display_name: `Integration ${id}`,
    provider: "AWS",
    config: {
      kind: "AwsIntegrationConfig",
      iam_role_arn: "arn:aws:iam::000000000000:role/confluent",
      external_id: "95c35493-41aa-44f8-9154-5a25cbbc1865",
      customer_iam_role_arn: "arn:aws:iam::000000000000:role/customer",
    },
    usages: [],
    environment: { id: environment },
  };
}

export const newIntegration: IntegrationCreate = {
  display_name: "s3 archive",
  provider: "AWS",
  config: {
    kind: "AwsIntegrationConfig",
    customer_iam_role_arn: "arn:aws:iam::000000000000:role/customer",
  },
  environment: { id: environment },
};

/** The link that the service would send for a page token. */
export function linkTo(pageToken: string): string {
  return `https://api.confluent.cloud/pim/v1/integrations?page_token=${encodeURIComponent(pageToken)}`;
}

/** The response with a page of integrations; `next` is the next page's token. */
export function page(ids: readonly string[], next?: string, metadata: object = {}): CompleteResponse {
  const data = ids.map((id) => integration(id));
  const links = next === undefined ? metadata : { next: linkTo(next), ...metadata };
  return { body: { api_version: "pim/v1", kind: "IntegrationList", metadata: links, data } };
}
