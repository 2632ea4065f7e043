import type { Direction } from "../../generator/document/directions.js";
import type { Pointer } from "../../generator/document/pointer.js";
import type { Finding } from "../finding.js";
import type { Conjunction } from "./conjunction.js";
import type { SchemaComparer } from "./schema-comparer.js";
import type { Shape } from "./shape.js";

/** Two shapes that are compared, and what is done with what is found. */
export interface Pair {
  readonly direction: Direction;
  readonly before: Conjunction;
  readonly after: Conjunction;
  readonly old: Shape;
  readonly revised: Shape;
  readonly comparer: SchemaComparer;
  /** Notes a difference, at the keys that lead to it from either schema. */
  readonly found: (finding: Omit<Finding, "oldPointer" | "newPointer">, ...keys: Pointer) => void;
  /** Compares what is within both. */
  readonly within: (segment: string, before: Conjunction, after: Conjunction) => void;
  /** Whether values of a type are possible in both: what is said of others is no difference. */
  readonly bothAllow: (type: string) => boolean;
}
