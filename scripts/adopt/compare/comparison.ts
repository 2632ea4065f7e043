import { formatPointer } from "../../generator/document/pointer.js";
import type { Correction, Corrections } from "./corrections.js";
import type { Difference, Edit } from "./difference.js";
import { componentOf, type Place, type Side } from "./place.js";

/** One way in which a component of ours is met: beside what, from where, and what would have to change in it. */
export interface ComponentUse {
  readonly vias: Set<string>;
  readonly edits: Set<Edit>;
  /** What would have to change in it or in what it leads to. */
  readonly reached: Set<Edit>;
}

export interface ComparisonResult {
  readonly differences: readonly Difference[];
  /** By component, and by what it was compared with. */
  readonly uses: ReadonlyMap<string, ReadonlyMap<string, ComponentUse>>;
  /** Components of ours by those of the published document that they stand for. */
  readonly counterparts: ReadonlyMap<string, string>;
  readonly corrections: Corrections;
  /** Corrections that correct nothing. */
  readonly unused: readonly Correction[];
}

/** The state of one comparison of two documents: what is compared already, and where components of ours were met. */
export class Comparison {
  readonly published: Side;
  readonly ours: Side;
  readonly corrections: Corrections;
  readonly #known = new Map<string, readonly Difference[]>();
  readonly #uses = new Map<string, Map<string, ComponentUse>>();
  readonly #counterparts = new Map<string, string>();

  constructor(published: Side, ours: Side, corrections: Corrections) {
    this.published = published;
    this.ours = ours;
    this.corrections = corrections;
  }

  /** @param differences those of the whole documents */
  result(differences: readonly Difference[]): ComparisonResult {
    return {
      differences,
      uses: this.#uses,
      counterparts: this.#counterparts,
      corrections: this.corrections,
      unused: this.corrections.unused(),
    };
  }

  /** Compares two things once, wherever they are met, and leaves out what the corrections in them are for. */
  once(
    key: string,
    [theirs, own]: readonly [readonly Place[], readonly Place[]],
    compare: () => readonly Difference[],
  ): readonly Difference[] {
    let differences = this.#known.get(key);
    if (!differences) {
      // A schema that is part of itself is found to be the same there.
      this.#known.set(key, []);
      differences = this.corrections.filter(compare(), own);
      this.#known.set(key, differences);
    }
    this.#note(theirs, own, differences);
    return differences;
  }

  #note(theirs: readonly Place[], own: readonly Place[], differences: readonly Difference[]): void {
    const counterKey = theirs.map(({ pointer }) => formatPointer(pointer)).join(" ");
    for (const place of own) {
      const component = componentOf(place);
      if (component === undefined || place.via === undefined || place.pointer.length > 3) continue;
      const byCounterpart = this.#uses.get(component) ?? new Map<string, ComponentUse>();
      const use = byCounterpart.get(counterKey) ?? { vias: new Set(), edits: new Set(), reached: new Set() };
      use.vias.add(formatPointer(place.via));
      const inside = `${formatPointer(place.pointer)}/`;
      for (const difference of differences) {
        use.reached.add(difference.edit);
        if (`${formatPointer(difference.edit.target)}/`.startsWith(inside)) use.edits.add(difference.edit);
      }
      this.#uses.set(component, byCounterpart.set(counterKey, use));
    }
    const [their] = theirs;
    const [our] = own;
    const [theirName, ourName] = [their && componentOf(their), our && componentOf(our)];
    if (
      theirName !== undefined &&
      ourName !== undefined &&
      their?.pointer.length === 3 &&
      our?.pointer.length === 3
    ) {
      if (!this.#counterparts.has(theirName)) this.#counterparts.set(theirName, ourName);
    }
  }
}
