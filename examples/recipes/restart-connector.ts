/** A connector that is paused, and resumed after something has been done. */
import { waitUntil, type ConfluentClient } from "confluent-cloud-sdk";

export interface ConnectorPlace {
  readonly environmentId: string;
  readonly clusterId: string;
  readonly connector: string;
}

/** Resumes the connector even if `work` fails. */
export async function whilePaused(
  confluent: ConfluentClient,
  { environmentId, clusterId, connector }: ConnectorPlace,
  work: () => Promise<void>,
): Promise<void> {
  const { connectors } = confluent.connect.v1.environments.clusters;
  const reach = (state: string) =>
    waitUntil(
      async () => {
        const status = await connectors.status.get(environmentId, clusterId, connector);
        return status.connector.state === state;
      },
      { timeoutMs: 300_000 },
    );

  await connectors.pause(environmentId, clusterId, connector);
  try {
    await reach("PAUSED");
    await work();
  } finally {
    await connectors.resume(environmentId, clusterId, connector);
  }
  await reach("RUNNING");
}
