import { stableJson } from "../json.js";
import type { Kind } from "../rules/rules.js";
import type { Located } from "./conjunction.js";
import type { Pair } from "./pair.js";
import { relationOf, type Relation } from "./relation.js";

/** Compares what TypeScript has no words for, and what the items of a list must be. */
export function compareConditions(pair: Pair): void {
  compareSlots(pair);
  compareNots(pair);
  compareIfs(pair);
  const { old, revised, found } = pair;
  if (old.isUnique !== revised.isUnique && pair.bothAllow("array")) {
    const kind = revised.isUnique ? "condition-narrowed" : "condition-widened";
    found({ kind, subject: "whether items may be equal" }, "uniqueItems");
  }
}

/** The types that the conditions are about. */
const TYPES: Readonly<Record<string, string>> = {
  items: "array",
  prefixItems: "array",
  contains: "array",
  unevaluatedItems: "array",
  propertyNames: "object",
  patternProperties: "object",
  dependentSchemas: "object",
  unevaluatedProperties: "object",
};

function compareSlots({ old, revised, found, within, bothAllow }: Pair): void {
  for (const key of new Set([...old.slots.keys(), ...revised.slots.keys()])) {
    const [before, after] = [old.slots.get(key), revised.slots.get(key)];
    const [keyword = "", ...names] = key.split(" ");
    const type = TYPES[keyword];
    if (type !== undefined && !bothAllow(type)) continue;
    if (before && after) within(after.segment, before.schema, after.schema);
    else {
      const subject = (before ?? after)?.label ?? key;
      const place = names.length === 0 ? [keyword] : [keyword, names.join(" ")];
      found({ kind: before ? "condition-widened" : "condition-narrowed", subject }, ...place);
    }
  }
}

/** What a value must not be: the more of it, the less is let through. */
function compareNots({ old, revised, found, direction, comparer }: Pair): void {
  const gone = beyond(old.nots, revised.nots);
  const come = beyond(revised.nots, old.nots);
  const subject = "what it must not be";
  const [before, after] = [gone[0], come[0]];
  if (before && after && gone.length === 1 && come.length === 1) {
    const { isNarrower, isWider } = relationOf(comparer.compareNow([before], [after], direction));
    const kind = kindOf({ isNarrower: isWider, isWider: isNarrower });
    if (kind) found({ kind, subject }, "not");
    return;
  }
  if (come.length > 0) found({ kind: "condition-narrowed", subject }, "not");
  if (gone.length > 0) found({ kind: "condition-widened", subject }, "not");
}

/** On which condition something holds: any difference may mean more or less. */
function compareIfs({ old, revised, found, direction, comparer }: Pair): void {
  const [before] = beyond(old.conditions, revised.conditions);
  const [after] = beyond(revised.conditions, old.conditions);
  if (!before || !after) return;
  if (kindOf(relationOf(comparer.compareNow([before], [after], direction))))
    found({ kind: "condition-changed", subject: "on which condition something holds" }, "if");
}

function kindOf({ isNarrower, isWider }: Relation): Kind | undefined {
  if (isNarrower && isWider) return "condition-changed";
  if (isNarrower) return "condition-narrowed";
  return isWider ? "condition-widened" : undefined;
}

function beyond(schemas: readonly Located[], others: readonly Located[]): readonly Located[] {
  const known = new Set(others.map(({ schema }) => stableJson(schema)));
  return schemas.filter(({ schema }) => !known.has(stableJson(schema)));
}
