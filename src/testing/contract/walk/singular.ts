/** The name of one thing of a collection: `environment` of `environments`, `kafka_cluster` of `kafka-clusters`. */
export function singular(segment: string): string {
  return segment
    .replaceAll("-", "_")
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch)es$/, "$1")
    .replace(/(?<!s)s$/, "");
}
