/** A document whose references are replaced by what they point at. */
export interface LinkedDocument {
  readonly content: unknown;
  /** What the document's references point at, and the pointer: `#/components/schemas/Book`. */
  readonly targets: ReadonlyMap<object, string>;
  /**
   * What a reference points at.
   *
   * @throws {Error} when it points at nothing, into another document, or at itself
   */
  readonly resolve: (reference: string) => unknown;
}

/** Objects whose keys are names that the document's author has chosen, not keywords. */
const NAME_MAPS =
  /^(properties|patternProperties|\$defs|definitions|schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|pathItems|content|encoding|paths|variables|mapping)$/;
/** Keywords whose values are data: a reference in them is none. */
const DATA = /^(example|default|enum|const|value|x-.*)$/;

/**
 * Puts what a reference points at in the place of every reference. What refers to itself becomes a cycle of objects.
 *
 * In OpenAPI 3.1, a schema may have keywords beside its reference: it becomes an `allOf` of the two.
 */
export function linkReferences(content: unknown): LinkedDocument {
  const targets = new Map<object, string>();
  link(content, false);
  return { content, targets, resolve: (reference) => targetOf(reference, []) };

  function link(node: unknown, isNameMap: boolean): void {
    if (typeof node !== "object" || node === null) return;
    const holder = node as Record<string, unknown>;
    for (const [key, child] of Object.entries(holder)) {
      if (!isNameMap && DATA.test(key)) continue;
      if (isReference(child)) holder[key] = replacement(child);
      else link(child, !isNameMap && NAME_MAPS.test(key) && !Array.isArray(child));
    }
  }

  function replacement(reference: Reference): unknown {
    const target = targetOf(reference.$ref, []);
    if (typeof target === "object" && target !== null) targets.set(target, reference.$ref);
    const beside = Object.entries(reference).filter(
      ([key]) => !/^(\$ref|summary|description|x-.*)$/.test(key),
    );
    if (beside.length === 0) return target;
    const own = Object.fromEntries(beside);
    link(own, false);
    return { allOf: [target, own] };
  }

  function targetOf(reference: string, before: readonly string[]): unknown {
    if (!reference.startsWith("#"))
      throw new Error(
        `"${reference}" points to another document: bundle them into one first, ` +
          "for example with `npx @redocly/cli bundle OLD --output NEW`",
      );
    if (before.includes(reference)) throw new Error(`${reference} refers to itself`);
    const follow = (node: unknown): unknown =>
      isReference(node) ? targetOf(node.$ref, [...before, reference]) : node;
    const target = reference
      .replace(/^#\/?/, "")
      .split("/")
      .filter((key, _, keys) => keys.length > 1 || key !== "")
      .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>(
        (node, key) => (follow(node) as Readonly<Record<string, unknown>> | null | undefined)?.[key],
        content,
      );
    if (target === undefined) throw new Error(`${reference} points at nothing`);
    return follow(target);
  }
}

interface Reference {
  readonly $ref: string;
}

/** A property may have the name `$ref` too; it is no text. */
function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}
