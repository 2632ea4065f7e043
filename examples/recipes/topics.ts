/** The topics of a Kafka cluster, by its own REST interface. */
import { createClientFor, type ConfluentClient, type ServiceClientOptions } from "confluent-cloud-sdk";
import { kafkaV3 } from "confluent-cloud-sdk/kafka-v3";

/** `options` has a key of the cluster: `{ auth: apiKey({ key, secret }) }`. A Cloud key does not open it. */
export async function topicNames(
  confluent: ConfluentClient,
  cluster: { readonly id: string; readonly environmentId: string },
  options: ServiceClientOptions,
): Promise<string[]> {
  const { spec } = await confluent.cmk.v2.clusters.get(cluster.id, { environment: cluster.environmentId });
  const [endpoint] = Object.values(spec.endpoints ?? {});
  if (!endpoint) throw new Error(`${cluster.id} cannot be reached yet`);
  const kafka = createClientFor(kafkaV3, { ...options, baseUrl: endpoint.http_endpoint });
  const { data } = await kafka.kafka.v3.clusters.topics.list(cluster.id);
  return data.filter(({ is_internal }) => !is_internal).map(({ topic_name }) => topic_name);
}
