/** A service account with a role on an environment, and an API key that works. */
import {
  apiKey,
  AuthenticationError,
  createClient,
  PermissionDeniedError,
  waitUntil,
  type ClientOptions,
  type ConfluentClient,
} from "confluent-cloud-sdk";

/** @returns a client of the new service account, once it can read the environment */
export async function createServiceAccount(
  name: string,
  environmentId: string,
  options: ClientOptions = {},
): Promise<ConfluentClient> {
  const { iam, org } = createClient(options);
  const { metadata } = await org.v2.environments.get(environmentId);
  const account = await iam.v2.serviceAccounts.create({ display_name: name });
  await iam.v2.roleBindings.create({
    principal: `User:${account.id}`,
    role_name: "EnvironmentAdmin",
    crn_pattern: metadata?.resource_name ?? "",
  });
  const { id, spec } = await iam.v2.apiKeys.create({
    spec: { display_name: name, owner: { id: account.id }, resource: { id: "cloud" } },
  });

  // The secret is in this response alone: keep it where your secrets are.
  const asAccount = createClient({ ...options, auth: apiKey({ key: id, secret: spec.secret }) });
  await waitUntil(() => asAccount.org.v2.environments.get(environmentId), {
    timeoutMs: 300_000,
    retryOn: (error) => error instanceof AuthenticationError || error instanceof PermissionDeniedError,
  });
  return asAccount;
}
