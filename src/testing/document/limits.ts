import { commonMultiple } from "./multiple-of.js";
import type { Schema } from "./schema.js";

/** A limit of numbers. */
export interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
}

/**
 * The lowest number that a schema allows. In OpenAPI 3.0, a flag beside `minimum` says that this is exclusive; in 3.1, a number
 * beside it is a limit of its own.
 */
export function lowestOf({ minimum, exclusiveMinimum }: Schema): Limit | undefined {
  return narrower(limitsOf(minimum, exclusiveMinimum), Math.max);
}

export function highestOf({ maximum, exclusiveMaximum }: Schema): Limit | undefined {
  return narrower(limitsOf(maximum, exclusiveMaximum), Math.min);
}

/** What two schemas that hold together allow: the narrower of each two limits. */
export function bothLimits(first: Schema, second: Schema): Schema {
  const lowest = narrower([first, second].map(lowestOf), Math.max);
  const highest = narrower([first, second].map(highestOf), Math.min);
  return {
    ...(lowest && { minimum: lowest.value, exclusiveMinimum: lowest.isExclusive }),
    ...(highest && { maximum: highest.value, exclusiveMaximum: highest.isExclusive }),
    ...bothOf("multipleOf", first, second, commonMultiple),
    ...bothOf("minLength", first, second, Math.max),
    ...bothOf("maxLength", first, second, Math.min),
    ...bothOf("minItems", first, second, Math.max),
    ...bothOf("maxItems", first, second, Math.min),
  };
}

function limitsOf(value?: number, exclusive?: boolean | number): readonly Limit[] {
  return [
    ...(value === undefined ? [] : [{ value, isExclusive: exclusive === true }]),
    ...(typeof exclusive === "number" ? [{ value: exclusive, isExclusive: true }] : []),
  ];
}

/** Of limits at one number, an exclusive one is narrower. */
function narrower(
  limits: readonly (Limit | undefined)[],
  pick: (...values: number[]) => number,
): Limit | undefined {
  const found = limits.filter((limit) => limit !== undefined);
  const value = pick(...found.map((limit) => limit.value));
  const [limit] = found;
  return limit && { value, isExclusive: found.some((one) => one.value === value && one.isExclusive) };
}

function bothOf(
  keyword: "multipleOf" | `m${"in" | "ax"}${"Length" | "Items"}`,
  { [keyword]: first }: Schema,
  { [keyword]: second }: Schema,
  pick: (first: number, second: number) => number,
): Schema {
  return first === undefined || second === undefined ? {} : { [keyword]: pick(first, second) };
}
