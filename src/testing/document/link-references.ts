import { joinPathItems } from "./path-items.js";
import { isReference, leadsIntoExtension, nodeAt, resolveReference, type Reference } from "./references.js";
import type { Schema } from "./schema.js";

/** A document whose references are replaced by what they point at. */
export interface LinkedDocument {
  readonly content: unknown;
  /** What the document's references point at, and the pointer: `#/components/schemas/Book`. */
  readonly targets: ReadonlyMap<object, string>;
  /** The schemas that have a discriminator. */
  readonly discriminated: readonly Schema[];
  /**
   * What a reference points at.
   *
   * @throws {Error} when it points at nothing, into another document, or at itself
   */
  readonly resolve: (reference: string) => unknown;
}

/** Objects whose keys are names that the document's author has chosen, not keywords. */
const NAME_MAPS =
  /^(properties|patternProperties|dependentSchemas|\$defs|definitions|schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|pathItems|content|encoding|paths|variables|mapping)$/;
/** Keywords whose values are data: a reference in them is none. */
const DATA = /^(example|default|enum|const|value|x-.*)$/;

export function holdsNames(key: string, value: unknown): boolean {
  return NAME_MAPS.test(key) && !Array.isArray(value);
}

/** A schema's `examples` are a list of values; those of other parts have names. */
export function isData(key: string, value: unknown): boolean {
  return DATA.test(key) || (key === "examples" && Array.isArray(value));
}

/** Where `true` and `false` stand for a schema, but for `additionalProperties`, where a schema is told from them. */
const SCHEMA_MAPS = /^(properties|patternProperties|dependentSchemas|\$defs|definitions|schemas)$/;
const SCHEMA_LISTS = /^(allOf|oneOf|anyOf|prefixItems)$/;
const SCHEMAS = /^(items|schema|not|contains|propertyNames|if|then|else)$/;

/** A schema may stand there, too; another one may be `true` or `false` by itself. */
const OTHER_SCHEMAS = /^(additionalProperties|unevaluatedProperties|unevaluatedItems|contentSchema)$/;

/**
 * Puts what a reference points at in the place of every reference. What refers to itself becomes a cycle of objects.
 *
 * In OpenAPI 3.1, a schema may have keywords beside its reference: it becomes an `allOf` of the two. And it may be `true` or
 * `false`: it becomes an object that means the same. A path item has what is beside its reference, too; beside one to another
 * part, nothing is said (4.8.23).
 */
export function linkReferences(content: unknown): LinkedDocument {
  const targets = new Map<object, string>();
  const discriminated: Schema[] = [];
  // YAML's aliases make one object of several places.
  const seen = new Set<object>();
  const replaced = new Map<Reference, unknown>();
  const inExtensions: unknown[] = [];
  const resolve = (reference: string): unknown => resolveReference(content, reference).value;
  joinPathItems(content);
  link(content, "", false);
  for (let part = inExtensions.pop(); part !== undefined; part = inExtensions.pop()) link(part, "", false);
  return { content, targets, discriminated, resolve };

  /** @param name the key that leads to the node */
  function link(node: unknown, name: string, isNameMap: boolean): void {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    const holder = node as Record<string, unknown>;
    if (!isNameMap && isDiscriminator(holder["discriminator"])) discriminated.push(holder);
    const hasSchemas = isNameMap ? SCHEMA_MAPS.test(name) : Array.isArray(node) && SCHEMA_LISTS.test(name);
    for (const [key, child] of Object.entries(holder)) {
      if (!isNameMap && isData(key, child)) continue;
      const isSchema = hasSchemas || (!isNameMap && (SCHEMAS.test(key) || OTHER_SCHEMAS.test(key)));
      if (isReference(child)) holder[key] = replacement(child, isSchema);
      else if (typeof child !== "boolean") link(child, key, !isNameMap && holdsNames(key, child));
      else if (hasSchemas || (!isNameMap && SCHEMAS.test(key))) holder[key] = asObject(child);
    }
  }

  function replacement(reference: Reference, isSchema: boolean): unknown {
    const known = replaced.get(reference);
    if (known !== undefined) return known;
    // One that leads to itself is refused.
    resolve(reference.$ref);
    // Reference by reference, as each may have keywords beside it.
    const node = nodeAt(content, reference.$ref);
    const target = asObject(isReference(node) ? replacement(node, isSchema) : node);
    if (typeof target === "object" && target !== null) targets.set(target, reference.$ref);
    if (leadsIntoExtension(reference.$ref)) inExtensions.push(target);
    const beside = isSchema
      ? Object.entries(reference).filter(([key]) => !/^(\$ref|summary|description|x-.*)$/.test(key))
      : [];
    const own = Object.fromEntries(beside);
    const result = beside.length === 0 ? target : { allOf: [target, own] };
    // What is beside it may lead back to it.
    replaced.set(reference, result);
    link(own, "", false);
    return result;
  }
}

function isDiscriminator(value: unknown): boolean {
  return typeof value === "object" && value !== null && "propertyName" in value;
}

/** A schema that is `true` or `false`, as an object that means the same. */
function asObject(schema: unknown): unknown {
  return typeof schema === "boolean" ? (schema ? {} : { not: {} }) : schema;
}
