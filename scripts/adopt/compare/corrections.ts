import { CommandError } from "../../shared/command-error.js";
import { mapNodes, type Node } from "../../generator/document/nodes.js";
import { formatPointer, type Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { CORRECTIONS } from "../facts.js";
import type { Difference } from "./difference.js";
import type { Place } from "./place.js";

/** A deliberate difference that stands in our document. */
export interface Correction {
  /** The mapping that it stands in. */
  readonly holder: Pointer;
  /** What differs, as a way from there: `schema/minLength`, `properties/id`; `*` stands for any name. */
  readonly place: string;
  readonly reason: string;
}

/** The corrections of one document, and which of them turned out to correct something. */
export class Corrections {
  readonly #used = new Set<string>();
  readonly all: readonly Correction[];

  constructor(document: Node, name: string) {
    this.all = correctionsIn(document, name);
  }

  /** Leaves out what the corrections in some places are for; the ways of the differences begin there. */
  filter(differences: readonly Difference[], places: readonly Place[]): readonly Difference[] {
    if (differences.length === 0) return differences;
    return places.reduce((rest, { node, pointer }) => this.#filterBy(rest, node, pointer), differences);
  }

  unused(): readonly Correction[] {
    return this.all.filter((correction) => !this.#used.has(keyOf(correction)));
  }

  #filterBy(differences: readonly Difference[], node: Node, holder: Pointer): readonly Difference[] {
    const entries = node[CORRECTIONS];
    if (!isRecord(entries)) return differences;
    return differences.filter(({ path }) => {
      const matching = Object.keys(entries).filter((place) => covers(place, path));
      for (const place of matching) this.#used.add(keyOf({ holder, place }));
      return matching.length === 0;
    });
  }
}

/** A correction is for the place that it names and for all below it. */
function covers(place: string, path: Pointer): boolean {
  const keys = place.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.length <= path.length && keys.every((key, index) => key === "*" || key === path[index]);
}

/** A way as a correction names it. */
export function correctionPlace(path: Pointer): string {
  return formatPointer(path).slice(1);
}

function keyOf({ holder, place }: Pick<Correction, "holder" | "place">): string {
  return `${formatPointer(holder)} ${place}`;
}

function correctionsIn(document: Node, name: string): readonly Correction[] {
  const found: Correction[] = [];
  mapNodes(document, (node, holder, descend) => {
    const entries = node[CORRECTIONS];
    if (entries !== undefined) {
      if (!isRecord(entries))
        throw new CommandError(
          `${name}: ${CORRECTIONS} at #${formatPointer(holder)} must map places to reasons`,
        );
      for (const [place, reason] of Object.entries(entries)) {
        if (typeof reason !== "string" || reason.trim() === "")
          throw new CommandError(
            `${name}: the correction of ${place} at #${formatPointer(holder)} has no reason`,
          );
        found.push({ holder, place, reason });
      }
    }
    return descend(node);
  });
  return found;
}
