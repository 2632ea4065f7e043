/** All Kafka clusters of all environments, as a table. */
import type { ConfluentClient } from "confluent-cloud-sdk";
import { table } from "../terminal.js";

export async function printClusters(confluent: ConfluentClient): Promise<void> {
  const rows: string[][] = [];
  for await (const environment of confluent.org.v2.environments.list()) {
    for await (const { id, spec, status } of confluent.cmk.v2.clusters.list({
      environment: environment.id,
    })) {
      const place = `${spec.cloud} ${spec.region}`;
      rows.push([environment.display_name, id, spec.display_name, place, spec.config.kind, status.phase]);
    }
  }
  table(["Environment", "Id", "Name", "Place", "Type", "Phase"], rows);
}
