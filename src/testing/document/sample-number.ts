import { typeOf } from "./flat-schema.js";
import { highestOf, lowestOf } from "./limits.js";
import { commonMultiple, isMultipleOf, leastMultiple } from "./multiple-of.js";
import type { Schema } from "./schema.js";

/**
 * A number that a schema allows: its default, else the lowest one, or one that is near 1.
 *
 * @returns undefined when none is found, as for limits that leave none
 */
export function sampleNumber(schema: Schema): number | undefined {
  const step = stepOf(schema);
  const candidates = step === undefined ? numbersWithin(schema) : multiplesWithin(schema, step);
  return [schema.default, ...candidates].find((value) => isAllowed(value, schema));
}

/**
 * The number that is counted for a schema: 1, 2, 3 and so on, or what it allows instead.
 *
 * @returns undefined when the numbers that it allows are counted out
 */
export function countedNumber(schema: Schema, count: number): number | undefined {
  const first = isAllowed(1, schema) ? 1 : sampleNumber({ ...schema, default: undefined });
  const step = stepOf({ ...schema, type: "integer" }) ?? 1;
  const counted = (first ?? 1) + (count - 1) * step;
  return isAllowed(counted, schema) ? counted : undefined;
}

/** What all numbers of a schema are multiples of. */
function stepOf(schema: Schema): number | undefined {
  const { multipleOf } = schema;
  return typeOf(schema) === "integer" ? commonMultiple(1, multipleOf ?? 1) : multipleOf;
}

function isAllowed(value: unknown, schema: Schema): value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  const [lowest, highest, step] = [lowestOf(schema), highestOf(schema), stepOf(schema)];
  return (
    (step === undefined || isMultipleOf(value, step)) &&
    (!lowest || (lowest.isExclusive ? value > lowest.value : value >= lowest.value)) &&
    (!highest || (highest.isExclusive ? value < highest.value : value <= highest.value))
  );
}

function multiplesWithin(schema: Schema, step: number): readonly number[] {
  const [lowest, highest] = [lowestOf(schema), highestOf(schema)];
  return [
    ...(lowest ? [leastMultiple(lowest.value, step, lowest.isExclusive)] : []),
    leastMultiple(1, step, false),
    0,
    ...(highest ? [-leastMultiple(-highest.value, step, highest.isExclusive)] : []),
  ];
}

function numbersWithin(schema: Schema): readonly number[] {
  const low = lowestOf(schema)?.value;
  const high = highestOf(schema)?.value;
  return [
    ...(low === undefined ? [] : [low, low + aside(low)]),
    1,
    ...(high === undefined ? [] : [high, high - aside(high)]),
    ...(low === undefined || high === undefined ? [] : [low / 2 + high / 2]),
  ];
}

/** How far the next number that is tried is from a limit: a large number has no neighbour as near as 1. */
function aside(limit: number): number {
  return Math.max(1, Math.abs(limit) * 2 ** -52);
}
