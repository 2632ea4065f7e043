import type { Finding } from "../finding.js";
import { isObject, type Spot } from "./spot.js";

/** Kinds that say of a body as a whole that it is of another shape. */
const OF_ANOTHER_SHAPE: Partial<Record<Finding["kind"], string>> = {
  "type-mismatch": "it is of another type",
  "null-undocumented": "it is null",
  "member-missing": "a required member is missing",
  "variant-mismatch": "it is none of the variants",
};

/**
 * What is wrong with the body of a failure as a whole; undefined when it has the shape. What programs read of a failure is
 * nowhere then, so that its parts are not worth a word.
 */
export function failureShape({ value, views }: Spot, findings: readonly Finding[]): Finding | undefined {
  const [root] = views;
  const whole = findings.find(({ kind, place }) => place === "body" && kind in OF_ANOTHER_SHAPE);
  const documented = views.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  const hasNone =
    isObject(value) && documented.length > 0 && !documented.some((name) => Object.hasOwn(value, name));
  const detail = whole
    ? OF_ANOTHER_SHAPE[whole.kind]
    : hasNone
      ? "it has none of the documented members"
      : undefined;
  return detail === undefined
    ? undefined
    : { kind: "failure-shape", place: "body", pointer: whole?.pointer ?? root?.pointer ?? [], detail };
}
