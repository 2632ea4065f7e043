import type { Kind } from "../facts.js";
import type { Pointer } from "../../generator/document/pointer.js";

/** What has to be done to our document to take a difference over. */
export type Edit =
  | {
      readonly action: "set";
      /** The mapping in our document, and the key in it. */
      readonly target: Pointer;
      readonly key: string;
      readonly value: unknown;
      /** What the mapping describes, and what the value does. */
      readonly kinds: readonly [Kind, Kind | undefined];
      /** A target that is a bare reference, or an `allOf`, takes the key in a member of its own. */
      readonly beside?: boolean;
    }
  | { readonly action: "delete"; readonly target: Pointer; readonly key: string }
  | {
      /** Of a list: a mapping without the list gets one. */
      readonly action: "addItem" | "removeItem";
      readonly target: Pointer;
      readonly key: string;
      readonly value: unknown;
      readonly kinds: readonly [Kind, Kind | undefined];
      readonly beside?: boolean;
    };

/** One fact that two documents do not share. */
export interface Difference {
  /** The way to it, as if references were not there: `paths`, the path, `get`, `responses`, … */
  readonly path: Pointer;
  readonly sort: "came" | "went" | "changed";
  /** What each says, where that is short. */
  readonly published?: unknown;
  readonly ours?: unknown;
  readonly edit: Edit;
}

export function prefixed(
  differences: readonly Difference[],
  ...keys: readonly string[]
): readonly Difference[] {
  return differences.map((difference) => ({ ...difference, path: [...keys, ...difference.path] }));
}
