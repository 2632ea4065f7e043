import { isMap, Scalar, type Document, type YAMLMap, Pair } from "yaml";
import { CommandError } from "../../shared/command-error.js";
import { freeName } from "../../generator/document/names.js";
import { parseReference, type Pointer } from "../../generator/document/pointer.js";
import type { ComparisonResult, ComponentUse } from "../compare/comparison.js";
import type { Edit } from "../compare/difference.js";
import { componentOf } from "../compare/place.js";
import { canonical } from "../node.js";
import { setBlankLine } from "./house-yaml.js";

/**
 * Where several places share a part of ours that are no longer the same in the published document, those that now say
 * something else get a copy of it.
 *
 * @returns the edits to make, which are made in the copies where there are some
 */
export function splitComponents(
  document: Document,
  { differences, uses }: ComparisonResult,
  name: string,
): readonly Edit[] {
  const edits = new Set(differences.map(({ edit }) => edit));
  for (const [component, found] of uses) {
    const groups = groupUses(found, edits);
    const [keeper, ...others] = keeperFirst([...groups.values()]);
    for (const group of others) {
      const shared = [...group.vias].find((via) => keeper?.vias.has(via));
      if (shared !== undefined) {
        // The part around it is shared as well, and is split first; what is in it follows in the next round.
        isolate(document, uses, shared, group.edits, name);
        for (const edit of group.edits) edits.delete(edit);
        continue;
      }
      const copy = copyComponent(document, component, group.published);
      for (const via of group.vias) repoint(document, via, copy);
      for (const edit of group.edits) {
        edits.delete(edit);
        edits.add({ ...edit, target: moved(edit.target, copy) });
      }
    }
  }
  return uniqueEdits([...edits]);
}

/** Most places keep the part as it is, unless a reference that they share with others has to lead to it unchanged. */
function keeperFirst(groups: readonly Group[]): readonly Group[] {
  const sorted = [...groups].sort((one, other) => other.vias.size - one.vias.size);
  const [first] = sorted;
  const unchanged = sorted.find(
    ({ edits, vias }) => edits.size === 0 && [...vias].some((via) => first?.vias.has(via)),
  );
  return unchanged ? [unchanged, ...sorted.filter((group) => group !== unchanged)] : sorted;
}

/** Gives the places that some edits are for a copy of the component in which a reference stands. */
function isolate(
  document: Document,
  uses: ComparisonResult["uses"],
  via: string,
  edits: ReadonlySet<Edit>,
  name: string,
): void {
  const component = componentOf({ pointer: parseReference(`#${via}`) ?? [] });
  const found = [...(uses.get(component ?? "") ?? [])];
  const isAffected = ([, use]: (typeof found)[number]): boolean =>
    [...edits].some((edit) => use.reached.has(edit));
  const affected = found.filter(isAffected);
  const others = found.filter((use) => !isAffected(use));
  const [first] = affected;
  if (component === undefined || !first || others.length === 0) {
    throw new CommandError(
      `${name}: #${via} stands for parts that now differ: give them parts of their own by hand`,
    );
  }
  const vias = new Set(affected.flatMap(([, use]) => [...use.vias]));
  const shared = [...vias].find((one) => others.some(([, use]) => use.vias.has(one)));
  if (shared !== undefined) {
    isolate(document, uses, shared, edits, name);
    return;
  }
  const copy = copyComponent(document, component, first[0]);
  for (const one of vias) repoint(document, one, copy);
}

interface Group {
  /** The published part that it is compared with. */
  readonly published: string;
  readonly vias: Set<string>;
  readonly edits: Set<Edit>;
}

/** The uses of a component by what would have to change in it. */
function groupUses(
  found: ReadonlyMap<string, ComponentUse>,
  edits: ReadonlySet<Edit>,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const [published, use] of found) {
    const needed = [...use.edits].filter((edit) => edits.has(edit));
    const signature = [...new Set(needed.map(canonical))].sort().join("\n");
    const group = groups.get(signature) ?? { published, vias: new Set(), edits: new Set() };
    for (const via of use.vias) group.vias.add(via);
    for (const edit of needed) group.edits.add(edit);
    groups.set(signature, group);
  }
  return groups;
}

/** Under the published part's name, if that is free here. */
function copyComponent(document: Document, component: string, published: string): Pointer {
  const [section = "", name = ""] = component.split("/");
  const holder = document.getIn(["components", section], true) as YAMLMap;
  const wanted = parseReference(`#${published.split(" ")[0] ?? ""}`) ?? [];
  const names = wanted[0] === "components" && wanted[1] === section ? [wanted[2] ?? name, name] : [name];
  const copyName = freeName(names, (candidate) => holder.has(candidate));
  const original = holder.get(name, true);
  const pair = new Pair(new Scalar(copyName), isMap(original) ? original.clone() : original);
  setBlankLine(pair);
  const index = holder.items.findIndex(({ key }) => String(key) === name);
  holder.items.splice(index + 1, 0, pair);
  return ["components", section, copyName];
}

function repoint(document: Document, via: string, [root, section, name]: Pointer): void {
  const pointer = parseReference(`#${via}`) ?? [];
  document.setIn([...pointer, "$ref"], `#/${root ?? ""}/${section ?? ""}/${name ?? ""}`);
}

function moved(target: Pointer, copy: Pointer): Pointer {
  return [...copy, ...target.slice(copy.length)];
}

/** The same difference may be met from several places. */
function uniqueEdits(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [canonical(edit), edit])).values()];
}
