import type { Located } from "./conjunction.js";
import { covers, type Domain } from "./domain.js";

/** A number that a value, or its size, must not be beyond. */
export interface Limit {
  readonly value: number;
  /** Whether the number itself is beyond it. */
  readonly isExclusive: boolean;
}

export type Limits = ReadonlyMap<LimitName, Limit>;

/** Whether a limit is an upper one, which type it is about, and what it is by default. */
const LIMITS = {
  maximum: { isUpper: true, type: "number" },
  minimum: { isUpper: false, type: "number" },
  maxLength: { isUpper: true, type: "string" },
  minLength: { isUpper: false, type: "string", least: 0 },
  maxItems: { isUpper: true, type: "array" },
  minItems: { isUpper: false, type: "array", least: 0 },
  maxProperties: { isUpper: true, type: "object" },
  minProperties: { isUpper: false, type: "object", least: 0 },
  maxContains: { isUpper: true, type: "array" },
  minContains: { isUpper: false, type: "array", least: 1 },
} as const satisfies Record<string, { isUpper: boolean; type: string; least?: number }>;

export type LimitName = keyof typeof LIMITS;

export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/** The limits of schemas that hold at once: the tighter one counts. */
export function limitsOf(parts: readonly Located[], { types }: Domain): Limits {
  const limits = new Map<LimitName, Limit>();
  for (const name of LIMIT_NAMES) {
    // A limit of strings says nothing where there are none.
    if (types && !appliesTo(limitedType(name), types)) continue;
    const found = parts.flatMap(({ schema }) => limitsIn(schema as Readonly<Record<string, unknown>>, name));
    const [tightest] = found.sort((one, other) => (isTighter(name, one, other) ? -1 : 1));
    if (!tightest) continue;
    const limit =
      types && !types.has("number") && covers(types, "integer") ? whole(name, tightest) : tightest;
    const { least } = { least: undefined, ...LIMITS[name] };
    if (limit.value !== least || limit.isExclusive) limits.set(name, limit);
  }
  return limits;
}

/** The type that a limit is about. */
export function limitedType(name: LimitName): string {
  return LIMITS[name].type;
}

export function isTighter(name: LimitName, one: Limit, other: Limit): boolean {
  if (one.value === other.value) return one.isExclusive && !other.isExclusive;
  return LIMITS[name].isUpper === one.value < other.value;
}

function appliesTo(type: string, types: ReadonlySet<string>): boolean {
  return types.has(type) || (type === "number" && types.has("integer"));
}

/** OpenAPI 3.0 says with a flag that a limit is exclusive, and later versions with a limit of its own. */
function limitsIn(schema: Readonly<Record<string, unknown>>, name: LimitName): readonly Limit[] {
  const value = schema[name];
  const exclusive = name === "maximum" || name === "minimum" ? schema[EXCLUSIVE[name]] : undefined;
  return [
    ...(typeof value === "number" ? [{ value, isExclusive: exclusive === true }] : []),
    ...(typeof exclusive === "number" ? [{ value: exclusive, isExclusive: true }] : []),
  ];
}

const EXCLUSIVE = { maximum: "exclusiveMaximum", minimum: "exclusiveMinimum" } as const;

/** Among whole numbers, "below 5" is "at most 4". */
function whole(name: LimitName, { value, isExclusive }: Limit): Limit {
  if (name !== "maximum" && name !== "minimum") return { value, isExclusive };
  if (name === "maximum")
    return { value: isExclusive ? Math.ceil(value) - 1 : Math.floor(value), isExclusive: false };
  return { value: isExclusive ? Math.floor(value) + 1 : Math.ceil(value), isExclusive: false };
}
