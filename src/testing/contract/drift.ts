import type { Level } from "./kinds/kind-rule.js";
import type { Kind } from "./kinds/kinds.js";

/** A difference between the service and its document, as it is reported. Programs may rely on the names of its keys. */
export interface Drift {
  readonly level: Level;
  /** What kind of drift it is: an id that stays. docs/contract.md has them all. */
  readonly kind: Kind;
  /** The document, as it was named. */
  readonly document: string;
  /** A JSON Pointer into the document. */
  readonly pointer: string;
  /** Every operation where it was seen, such as `GET /pim/v1/integrations`. */
  readonly operations: readonly string[];
  /** Where, in words: `response 200 > body.data[].config.kind`. */
  readonly place: string;
  readonly message: string;
  /** What to do. */
  readonly advice: string;
  /** How often it was seen. */
  readonly count: number;
}
