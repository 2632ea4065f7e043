/** Media types that many services send: none is the name of anybody's thing. */
const KNOWN = new Set(
  [
    "application: cbor csv graphql gzip html javascript json json-seq jsonl jwt ld+json msgpack octet-stream pdf",
    "application: problem+json problem+xml protobuf soap+xml tar toml vnd.api+json vnd.oai.openapi x-gzip x-ndjson",
    "application: x-protobuf x-tar x-www-form-urlencoded x-yaml xhtml+xml xml yaml zip zlib zstd",
    "application: vnd.kafka.v2+json vnd.kafka.json.v2+json vnd.kafka.binary.v2+json vnd.kafka.avro.v2+json",
    "application: vnd.kafka.jsonschema.v2+json vnd.kafka.protobuf.v2+json vnd.kafka+json",
    "application: vnd.schemaregistry.v1+json vnd.schemaregistry+json",
    "image: gif jpeg png svg+xml webp x-icon",
    "multipart: byteranges form-data mixed",
    "text: calendar css csv event-stream html javascript markdown plain tab-separated-values xml yaml",
  ].flatMap((line) => {
    const [type = "", subtypes = ""] = line.split(": ");
    return subtypes.split(" ").map((subtype) => `${type}/${subtype}`);
  }),
);

const TYPES = /^(application|audio|font|image|message|model|multipart|text|video)\//;
/** Structured syntaxes (RFC 6839 and its like): they say how a body is read. */
const SUFFIX = /\+(json|xml|yaml|cbor|zip|gzip|json-seq)$/;

/** A media type without its parameters, if it is well known; else the kind that it is of: `application/[name]+json`. */
export function shownMediaType(essence: string): string {
  if (KNOWN.has(essence)) return `\`${essence}\``;
  const [, type] = TYPES.exec(essence) ?? [];
  const [suffix = ""] = SUFFIX.exec(essence) ?? [];
  return type === undefined ? "`[name]`" : `\`${type}/[name]${suffix}\``;
}
