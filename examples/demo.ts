/**
 * Lists, creates, gets and deletes integrations on a mock server: `npm run demo`. With `npm run demo -- --live` it lists those
 * of a real environment, and changes nothing.
 */
import { parseArgs } from "node:util";
import { apiKey, createClient, NotFoundError, type ConfluentClient } from "confluent-cloud-sdk";
import type { Integration } from "confluent-cloud-sdk/pim-v1";
import { startMockServer } from "confluent-cloud-sdk/testing";
import { heading, record, table } from "./terminal.js";

const { values } = parseArgs({ options: { live: { type: "boolean", default: false } } });
await (values.live ? live() : mock());

async function mock(): Promise<void> {
  const server = await startMockServer();
  try {
    console.log(`A mock server of openapi/*.yaml listens on ${server.url}`);
    const confluent = createClient({ baseUrl: server.url, auth: apiKey({ key: "any", secret: "any" }) });
    await list(confluent, "env-00000");
    await createGetDelete(confluent, "env-00000");
    await showAnError(confluent, "env-00000");
  } finally {
    await server.close();
  }
}

async function live(): Promise<void> {
  const environment = process.env["CONFLUENT_ENVIRONMENT_ID"];
  if (!environment)
    throw new Error("Set CONFLUENT_ENVIRONMENT_ID to the environment to list, such as env-12345");
  await list(createClient(), environment);
}

async function list(confluent: ConfluentClient, environment: string): Promise<void> {
  heading(`List the integrations of ${environment}`);
  const integrations: Integration[] = [];
  let pages = 0;
  for await (const { data, totalSize } of confluent.pim.v1.integrations.list({ environment }).pages()) {
    integrations.push(...data);
    console.log(
      `  page ${++pages}: ${data.length} integrations${totalSize === undefined ? "" : ` of ${totalSize}`}`,
    );
  }
  table(
    ["Id", "Name", "Provider", "Role in your account", "Used by"],
    integrations.map(({ id, display_name = "–", provider = "–", config, usages = [] }) => [
      id,
      display_name,
      provider,
      config.kind === "AwsIntegrationConfig" ? (config.customer_iam_role_arn ?? "–") : config.kind,
      String(usages.length),
    ]),
  );
}

async function createGetDelete(confluent: ConfluentClient, environment: string): Promise<void> {
  heading("Create one");
  const created = await confluent.pim.v1.integrations.create({
    display_name: "s3_provider_integration",
    provider: "AWS",
    config: {
      kind: "AwsIntegrationConfig",
      customer_iam_role_arn: "arn:aws:iam::111111111111:role/s3-reader",
    },
    environment: { id: environment },
  });
  console.log(`  ${created.id} now exists`);

  heading(`Get ${created.id}`);
  const { config, ...integration } = await confluent.pim.v1.integrations.get(created.id, { environment });
  record({
    Name: integration.display_name,
    Provider: integration.provider,
    Environment: integration.environment.id,
    ...(config.kind === "AwsIntegrationConfig" && {
      "Role in your account": config.customer_iam_role_arn,
      "Role of Confluent": config.iam_role_arn,
      "External id": config.external_id,
    }),
    "Used by": integration.usages?.join("\n"),
  });

  heading(`Delete ${created.id}`);
  await confluent.pim.v1.integrations.delete(created.id, { environment });
  console.log(`  ${created.id} is gone`);
}

async function showAnError(confluent: ConfluentClient, environment: string): Promise<void> {
  heading("Ask for one that does not exist");
  try {
    await confluent.pim.v1.integrations.get(
      "cspi-00000",
      { environment },
      { headers: { Prefer: "code=404" } },
    );
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    record({
      Error: error.name,
      Status: String(error.status),
      Detail: error.errors[0]?.detail,
      "Request id": error.requestId,
    });
  }
}
