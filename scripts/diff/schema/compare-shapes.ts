import type { Comparison } from "../finding.js";
import { compareConditions } from "./compare-conditions.js";
import { compareObjects } from "./compare-objects.js";
import { compareUnions, wrapUnion } from "./compare-unions.js";
import { compareTypes, compareValues } from "./compare-values.js";
import { compareMarks } from "./compare-words.js";
import type { Conjunction } from "./conjunction.js";
import type { Pair } from "./pair.js";
import type { SchemaComparer } from "./schema-comparer.js";
import type { Shape } from "./shape.js";
import { renamed } from "./type-names.js";

export function compareShapes(
  before: Conjunction,
  after: Conjunction,
  comparison: Comparison,
  comparer: SchemaComparer,
): void {
  const { direction, findings, within } = comparison;
  const old = comparer.foldOld(before, direction);
  const revised = comparer.foldNew(after, direction);
  const pair: Pair = {
    direction,
    before,
    after,
    old,
    revised,
    comparer,
    found: (finding, ...keys) => {
      findings.push({
        ...finding,
        oldPointer: [...old.pointer, ...keys],
        newPointer: [...revised.pointer, ...keys],
      });
    },
    within: (segment, inner, other) => {
      within.push({ segment, comparison: comparer.compare(inner, other, direction) });
    },
    bothAllow: (type) => allows(old, type) && allows(revised, type),
  };

  findings.push(...renamed(pair));
  compareMarks(pair);
  if (wrapUnion(pair) || !compareTypes(pair)) return;
  compareValues(pair);
  compareObjects(pair);
  compareConditions(pair);
  compareUnions(pair);
}

function allows({ types }: Shape, type: string): boolean {
  return types === undefined || types.has(type) || (type === "number" && types.has("integer"));
}
