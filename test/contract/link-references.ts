/** Puts what a reference points at in the place of every reference. What refers to itself becomes a cycle of objects. */
export function linkReferences(document: unknown): unknown {
  link(document);
  return document;

  function link(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const holder = node as Record<string, unknown>;
    for (const [key, child] of Object.entries(holder)) {
      if (isReference(child)) holder[key] = targetOf(child.$ref);
      else link(child);
    }
  }

  function targetOf(reference: string): unknown {
    const target = reference
      .replace(/^#\//, "")
      .split("/")
      .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
    if (target === undefined) throw new Error(`${reference} points at nothing`);
    return isReference(target) ? targetOf(target.$ref) : target;
  }
}

/** A property may have the name `$ref` too; it is no text. */
function isReference(node: unknown): node is { readonly $ref: string } {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}
