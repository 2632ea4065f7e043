import { PermissionDeniedError, type ConfluentClient } from "confluent-cloud-sdk";
import type { orgV2 } from "confluent-cloud-sdk/org-v2";
import type { Integration, pimV1 } from "confluent-cloud-sdk/pim-v1";

/** The services that the audit needs: `createClient()` has them, and `createClientFor([orgV2, pimV1], …)`. */
export type AuditClient = ConfluentClient<[typeof orgV2, typeof pimV1]>;

export interface Finding {
  readonly environment: string;
  /** The integration; absent where the environment as a whole is meant. */
  readonly integration?: string;
  readonly problem: "not readable" | "not used" | "role of a foreign account";
}

export interface AuditOptions {
  /** The AWS accounts whose roles may be used. */
  readonly accounts: readonly string[];
}

/** Looks at the integrations of all environments: which of them nothing uses, and which have a role of a foreign account. */
export async function auditIntegrations(
  confluent: AuditClient,
  { accounts }: AuditOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const { id: environment } of confluent.org.v2.environments.list()) {
    try {
      for await (const integration of confluent.pim.v1.integrations.list({ environment })) {
        for (const problem of problemsOf(integration, accounts)) {
          findings.push({ environment, integration: integration.id, problem });
        }
      }
    } catch (error) {
      // One environment that the key may not read is no reason to leave the others out.
      if (!(error instanceof PermissionDeniedError)) throw error;
      findings.push({ environment, problem: "not readable" });
    }
  }
  return findings;
}

function problemsOf(
  { usages = [], config }: Integration,
  accounts: readonly string[],
): readonly Finding["problem"][] {
  const role = config.kind === "AwsIntegrationConfig" ? config.customer_iam_role_arn : undefined;
  const [, account] = /^arn:aws:iam::(\d+):/.exec(role ?? "") ?? [];
  return [
    ...(usages.length === 0 ? (["not used"] as const) : []),
    ...(account !== undefined && !accounts.includes(account) ? (["role of a foreign account"] as const) : []),
  ];
}
