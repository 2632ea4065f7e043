/** A Flink SQL query, and the rows of its results. */
import { randomUUID } from "node:crypto";
import { waitUntil, type ConfluentClient } from "confluent-cloud-sdk";
import type { sqlV1, StatementCreate } from "confluent-cloud-sdk/sql-v1";

export interface FlinkPlace {
  readonly organizationId: string;
  readonly environmentId: string;
}

/** Yields the rows of a bounded query. `flink` is a client for the region, with a Flink key. */
export async function* rowsOf(
  flink: ConfluentClient<typeof sqlV1>,
  { organizationId, environmentId }: FlinkPlace,
  spec: StatementCreate["spec"],
): AsyncGenerator {
  const { statements } = flink.sql.v1.organizations.environments;
  const name = `query-${randomUUID()}`;
  await statements.create(organizationId, environmentId, { name, spec });
  await waitUntil(
    async () => {
      const { phase, detail } = (await statements.get(organizationId, environmentId, name)).status;
      if (phase === "FAILED") throw new Error(`The statement failed: ${detail ?? "no reason was given"}`);
      return phase === "RUNNING" || phase === "COMPLETED";
    },
    { timeoutMs: 300_000 },
  );

  let token: string | null = "";
  do {
    const query = token ? { page_token: token } : {};
    const page = await statements.results.get(organizationId, environmentId, name, query);
    yield* page.results.data;
    const { next } = page.metadata;
    token = next ? new URL(next).searchParams.get("page_token") : null;
  } while (token);
}
