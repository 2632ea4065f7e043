/**
 * The discriminator of a union's arm for kinds that the document does not know yet. At run time it is the string
 * that the service sent; the type keeps it apart from the known kinds, so that `switch (config.kind)` narrows them and
 * its `default` branch remains.
 *
 * An enum member, because TypeScript takes every other subtype of `string` as comparable to the known literals, and
 * then no branch narrows. To compare with a kind by name, or to send one, say so: `config.kind as string`,
 * `"NewKind" as UnknownKind`.
 */
export declare enum UnknownKind {
  Unknown = "unknown",
}
