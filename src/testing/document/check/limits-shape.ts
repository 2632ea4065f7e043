import { highestOf, lowestOf } from "../limits.js";
import type { Schema } from "../schema.js";
import { note, type Shape } from "./shapes.js";

const SIZES = ["Length", "Items", "Properties", "Contains"] as const;

/** Limits of one schema that leave no value: nothing can be made up for it, and nothing fits. */
export const limitsShape: Shape = (value, place, look) => {
  const schema = numbersOf(value as Readonly<Record<string, unknown>>);
  for (const size of SIZES) {
    const least = schema[`min${size}` as const];
    const most = schema[`max${size}` as const];
    if (least === undefined || most === undefined || least <= most) continue;
    note(look, [...place, `min${size}`], `must be at most \`max${size}\`, which is ${most}, not ${least}`);
  }
  const [lowest, highest] = [lowestOf(schema), highestOf(schema)];
  if (!lowest || !highest || lowest.value < highest.value) return;
  const isExclusive = lowest.isExclusive || highest.isExclusive;
  if (lowest.value === highest.value && !isExclusive) return;
  const [own, other] = [
    keywordOf(lowest.value, schema, "minimum"),
    keywordOf(highest.value, schema, "maximum"),
  ];
  const relation = isExclusive ? "below" : "at most";
  note(
    look,
    [...place, own],
    `must be ${relation} \`${other}\`, which is ${highest.value}, not ${lowest.value}`,
  );
};

type Limits = Schema & Readonly<Record<`m${"in" | "ax"}${(typeof SIZES)[number]}`, number | undefined>>;

/** Without what is no number: that is reported by itself. */
function numbersOf(schema: Readonly<Record<string, unknown>>): Limits {
  const limits = Object.entries(schema).filter(
    ([keyword, limit]) => typeof limit === "number" || /^exclusiveM(in|ax)imum$/.test(keyword),
  );
  return Object.fromEntries(limits) as unknown as Limits;
}

/** The keyword that has a limit: in OpenAPI 3.1, there may be two for one end. */
function keywordOf(limit: number, schema: Schema, keyword: "minimum" | "maximum"): string {
  return schema[keyword] === limit ? keyword : `exclusive${keyword === "minimum" ? "Minimum" : "Maximum"}`;
}
