import { isMap, Scalar, type Document, type YAMLMap, Pair } from "yaml";
import { CommandError } from "../../cli/command-error.js";
import { freeName } from "../../generator/document/names.js";
import { parseReference, type Pointer } from "../../generator/document/pointer.js";
import type { ComparisonResult, ComponentUse } from "../compare/comparison.js";
import type { Edit } from "../compare/difference.js";
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
    const [keeper, ...others] = [...groups.values()].sort((one, other) => other.vias.size - one.vias.size);
    for (const group of others) {
      const shared = [...group.vias].find((via) => keeper?.vias.has(via));
      if (shared !== undefined) {
        throw new CommandError(
          `${name}: #${shared} stands for parts that now differ: give them parts of their own by hand`,
        );
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
