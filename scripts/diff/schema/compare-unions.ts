import { stableJson } from "../json.js";
import { isAnything, isHollow } from "./compare-values.js";
import type { Conjunction } from "./conjunction.js";
import { match } from "./match.js";
import type { Pair } from "./pair.js";
import type { Shape } from "./shape.js";
import type { Union, Variant } from "./unions.js";

/** Variants of a union in the old or the new document, with what they mean. */
interface Known extends Variant {
  readonly shape: Shape;
}

/**
 * Compares a schema with a union that it may be a variant of, as when a second variant comes to what was the only one.
 * True where that is all that there is to compare.
 */
export function wrapUnion(pair: Pair): boolean {
  const { old, revised, before, after } = pair;
  if (old.unions.length === 0 && revised.unions.length === 1 && revised.unions[0])
    return isOnlyUnion(revised) && wrap(pair, [plain(before)], revised.unions[0].variants);
  if (revised.unions.length === 0 && old.unions.length === 1 && old.unions[0])
    return isOnlyUnion(old) && wrap(pair, old.unions[0].variants, [plain(after)]);
  return false;
}

function isOnlyUnion(shape: Shape): boolean {
  return isHollow({ ...shape, unions: [] });
}

function plain(schema: Conjunction): Variant {
  return { schema, name: undefined, tags: [] };
}

function wrap(pair: Pair, before: readonly Variant[], after: readonly Variant[]): boolean {
  const { old, revised } = pair;
  if (isAnything(old) || isAnything(revised)) return false;
  return compareVariants(pair, before, after, "single");
}

export function compareUnions(pair: Pair): void {
  const { old, revised, found } = pair;
  const { pairs, gone, come } = match(old.unions, revised.unions, [
    (one, other) => (one.discriminator === other.discriminator ? overlap(namesIn(one), namesIn(other)) : 0),
    () => 1,
  ]);
  for (const [one, other] of pairs) compareUnion(pair, one, other);
  const subject = "which variants are possible";
  for (const { keyword } of come) found({ kind: "condition-narrowed", subject }, keyword);
  for (const { keyword } of gone) found({ kind: "condition-widened", subject }, keyword);
}

function compareUnion(pair: Pair, old: Union, revised: Union): void {
  const { found } = pair;
  const isSame = old.discriminator === revised.discriminator;
  if (!isSame) {
    const values = { before: old.discriminator, after: revised.discriminator };
    found({ kind: "discriminator-changed", ...values }, "discriminator");
  }
  if (old.keyword !== revised.keyword && !areApart(pair, revised)) {
    found({ kind: revised.keyword === "oneOf" ? "union-exclusive" : "union-inclusive" }, revised.keyword);
  }
  // Where the discriminator changed, the property is no further difference of each variant.
  const bare = ({ variants }: Union): readonly Variant[] =>
    isSame
      ? variants
      : variants.map((variant) => ({ ...variant, schema: variant.schema.slice(0, 1), tags: [] }));
  compareVariants(
    pair,
    bare(old),
    bare(revised),
    isSame && revised.discriminator !== undefined ? "open" : "closed",
  );
}

/** @returns false where a single schema is like none of the variants; then nothing was compared */
function compareVariants(
  { direction, comparer, found, within }: Pair,
  old: readonly Variant[],
  revised: readonly Variant[],
  union: "open" | "closed" | "single",
): boolean {
  const { pairs, gone, come } = match<Known>(
    old.map((variant) => ({ ...variant, shape: comparer.foldOld(variant.schema, direction) })),
    revised.map((variant) => ({ ...variant, shape: comparer.foldNew(variant.schema, direction) })),
    [
      (one, other) => overlap(one.tags, other.tags),
      (one, other) => (one.name !== undefined && one.name === other.name ? 1 : 0),
      (one, other) => (stableJson(one.schema[0]?.schema) === stableJson(other.schema[0]?.schema) ? 1 : 0),
      alike,
    ],
  );
  if (pairs.length === 0 && union === "single") return false;
  for (const [one, other] of pairs) {
    const name = nameOf(other);
    compareTags(found, name, one.tags, other.tags);
    within(` (${name})`, one.schema, other.schema);
  }
  for (const variant of gone) found({ kind: "variant-removed", subject: nameOf(variant) });
  for (const variant of come)
    found({ kind: union === "open" ? "open-variant-added" : "variant-added", subject: nameOf(variant) });
  return true;
}

function compareTags(
  found: Pair["found"],
  subject: string,
  old: readonly string[],
  revised: readonly string[],
): void {
  const gone = old.filter((tag) => !revised.includes(tag)).join(", ");
  const come = revised.filter((tag) => !old.includes(tag)).join(", ");
  if (old.length === 0 || revised.length === 0 || (gone === "" && come === "")) return;
  const kind = gone === "" ? "added" : come === "" ? "removed" : "changed";
  const values = { ...(gone && { before: gone }), ...(come && { after: come }) };
  found({ kind: `discriminator-value-${kind}`, subject, ...values }, "discriminator");
}

/** What two variants have in common where nothing names them: types, and names of properties. */
function alike({ shape: one }: Known, { shape: other }: Known): number {
  const types = overlap([...(one.types ?? [])], [...(other.types ?? [])]);
  if (types === 0) return 0;
  const [names, others] = [[...one.properties.keys()], [...other.properties.keys()]];
  if (names.length === 0 && others.length === 0) return types;
  return overlap(names, others) >= 0.25 ? overlap(names, others) : 0;
}

function overlap(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : one.filter((item) => other.includes(item)).length / all.size;
}

function namesIn({ variants }: Union): readonly string[] {
  return variants.flatMap(({ name, tags }) => [...tags, ...(name === undefined ? [] : [name])]);
}

/** What a reader calls a variant. */
function nameOf({ name, tags, shape }: Known): string {
  if (name !== undefined) return name;
  if (tags.length > 0) return tags.join(", ");
  const properties = [...shape.properties.keys()].slice(0, 3);
  if (properties.length > 0) return `object with ${properties.join(", ")}`;
  const values = [...(shape.list?.values.keys() ?? [])].slice(0, 3);
  return values.length > 0 ? values.join(", ") : [...(shape.types ?? ["anything"])].sort().join(" or ");
}

/** Whether no value can be of two variants, so that `oneOf` and `anyOf` mean the same. */
function areApart({ comparer, direction }: Pair, { discriminator, variants }: Union): boolean {
  if (discriminator !== undefined) return true;
  const shapes = variants.map(({ schema }) => comparer.foldNew(schema, direction));
  return shapes.every((one, index) =>
    shapes.slice(index + 1).every(({ types }) => {
      const common = [...(one.types ?? ["anything"])].filter(
        (type) =>
          !types ||
          types.has(type) ||
          (type === "integer" && types.has("number")) ||
          (type === "number" && types.has("integer")),
      );
      return one.types !== undefined && common.length === 0;
    }),
  );
}
