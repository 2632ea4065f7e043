/** The main job, as a program does it; the checker's work on it has a budget. */
import { apiKey, ApiError, createClient, NotFoundError } from "confluent-cloud-sdk";
import type { Integration } from "confluent-cloud-sdk/pim-v1";

const confluent = createClient({ auth: apiKey({ key: "key", secret: "secret" }), retry: { maxRetries: 2 } });
const environment = "env-00000";

export async function main(): Promise<void> {
  for await (const integration of confluent.pim.v1.integrations.list({ environment })) {
    console.log(integration.id, integration.display_name, roleOf(integration));
  }
  const created = await confluent.pim.v1.integrations.create({
    display_name: "s3_provider_integration",
    provider: "AWS",
    config: {
      kind: "AwsIntegrationConfig",
      customer_iam_role_arn: "arn:aws:iam::111111111111:role/s3-reader",
    },
    environment: { id: environment },
  });
  try {
    const got = await confluent.pim.v1.integrations.get(created.id, { environment }, { timeoutMs: 5_000 });
    console.log(got.config.kind, got.environment.id);
    await confluent.pim.v1.integrations.delete(got.id, { environment });
  } catch (error) {
    if (error instanceof NotFoundError) console.error(error.errors[0]?.detail, error.requestId);
    else if (error instanceof ApiError) console.error(error.status);
    else throw error;
  }
  await onPaths();
}

async function onPaths(): Promise<void> {
  const { data, error, response } = await confluent.GET("/pim/v1/integrations/{id}", {
    params: { path: { id: "cspi-00000" }, query: { environment } },
  });
  if (error) console.error(response.status, error.errors);
  else console.log(data.config.kind);
  const init = { params: { query: { environment } } };
  for await (const item of confluent.paginate("/pim/v1/integrations", init)) console.log(item.id);
}

function roleOf({ config }: Integration): string | undefined {
  switch (config.kind) {
    case "AwsIntegrationConfig":
      return config.customer_iam_role_arn;
    default:
      return undefined;
  }
}
