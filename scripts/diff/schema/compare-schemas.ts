import type { Schema } from "../../generator/document/openapi.js";
import type { Comparison } from "../finding.js";
import type { Reading } from "../read-document.js";
import { compareShapes } from "./compare-shapes.js";
import type { Conjunction } from "./conjunction.js";
import type { SchemaComparer } from "./schema-comparer.js";
import { fold, type Shape } from "./shape.js";

/** Beyond so many pairs of schemas, a comparison takes too long; the largest documents have some ten thousand. */
const MAX_PAIRS = 500_000;

export function createComparer(old: Reading, revised: Reading): SchemaComparer {
  const comparisons = new Map<string, Comparison>();
  const foldOld = folder(old);
  const foldNew = folder(revised);
  const waiting: (() => void)[] = [];
  let isRunning = false;

  /** One after the other, and not one within the other: schemas may lie deeper than a call stack reaches. */
  const run = (): void => {
    for (let next = waiting.pop(); next; next = waiting.pop()) next();
  };
  const compare: SchemaComparer["compare"] = (before, after, direction) => {
    const key = `${keyOf(before)} ${keyOf(after)} ${direction}`;
    const known = comparisons.get(key);
    if (known) return known;
    if (comparisons.size >= MAX_PAIRS)
      throw revised.source.error([], "the document has too many schemas to compare");
    const comparison: Comparison = { direction, findings: [], within: [] };
    comparisons.set(key, comparison);
    waiting.push(() => compareShapes(before, after, comparison, comparer));
    if (isRunning) return comparison;
    isRunning = true;
    try {
      run();
    } finally {
      isRunning = false;
    }
    return comparison;
  };
  const comparer: SchemaComparer = {
    old,
    new: revised,
    foldOld,
    foldNew,
    compare,
    compareNow(before, after, direction) {
      const comparison = compare(before, after, direction);
      run();
      return comparison;
    },
  };
  return comparer;
}

function folder(reading: Reading): SchemaComparer["foldOld"] {
  const shapes = new Map<string, Shape>();
  return (schema, direction) => {
    const key = `${keyOf(schema)} ${direction}`;
    const shape = shapes.get(key) ?? fold(schema, direction, reading);
    shapes.set(key, shape);
    return shape;
  };
}

const numbers = new WeakMap<Schema, number>();
let count = 0;

/** Schemas are compared by identity: two that say the same have two keys. */
function keyOf(conjunction: Conjunction): string {
  return conjunction
    .map(({ schema }) => {
      const number = numbers.get(schema) ?? ++count;
      numbers.set(schema, number);
      return number;
    })
    .join("+");
}
