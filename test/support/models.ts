/* What is sent and what comes back, as the generator writes it from schemas. */
import type { UnknownKind } from "../../src/index.js";

export interface Integration {
  api_version: "pim/v1";
  kind: "Integration";
  id: string;
  display_name?: string;
  provider?: "AWS" | (string & {});
  config: AwsIntegrationConfig | UnknownIntegrationConfig;
  usages?: string[];
  environment: { id: string; related?: string; resource_name?: string };
}

/** What may be sent: without the fields that only the server sets. */
export interface IntegrationCreate {
  display_name?: string;
  provider?: "AWS" | (string & {});
  config: AwsIntegrationConfigCreate | UnknownIntegrationConfig;
  environment: { id: string };
}

export interface AwsIntegrationConfig {
  kind: "AwsIntegrationConfig";
  iam_role_arn?: string;
  external_id?: string;
  customer_iam_role_arn?: string;
}

export interface AwsIntegrationConfigCreate {
  kind: "AwsIntegrationConfig";
  customer_iam_role_arn?: string;
}

export interface UnknownIntegrationConfig {
  kind: UnknownKind;
  [key: string]: unknown;
}

export interface IntegrationList {
  api_version: "pim/v1";
  kind: "IntegrationList";
  metadata: { next?: string | null; total_size?: number };
  data: Integration[];
}

export interface Environment {
  id: string;
  display_name?: string;
}

export interface Failure {
  errors: { id?: string; status?: string; code?: string; title?: string; detail?: string }[];
}

export interface TokenForm {
  grant_type: string;
  subject_token: string;
  expires_in?: number;
}

export interface Token {
  access_token: string;
}

export interface ListQuery {
  environment: string;
  provider?: "AWS" | (string & {});
  page_size?: number;
  page_token?: string;
}
