import type { Direction } from "../../generator/document/directions.js";
import type { Comparison } from "../finding.js";
import type { Reading } from "../read-document.js";
import type { Conjunction } from "./conjunction.js";
import type { Shape } from "./shape.js";

/** Compares schemas of two documents. Each pair is compared once, so that schemas that hold themselves come to an end. */
export interface SchemaComparer {
  readonly old: Reading;
  readonly new: Reading;
  /** Compares, unless a comparison is going on: then soon after. */
  readonly compare: (old: Conjunction, revised: Conjunction, direction: Direction) => Comparison;
  /** Compares at once, with all that is within. */
  readonly compareNow: (old: Conjunction, revised: Conjunction, direction: Direction) => Comparison;
  readonly foldOld: (schema: Conjunction, direction: Direction) => Shape;
  readonly foldNew: (schema: Conjunction, direction: Direction) => Shape;
}
