import type { Adoption } from "./edit/adopt-service.js";
import type { Difference } from "./compare/difference.js";
import { formatReference } from "../generator/document/pointer.js";

const SIGNS = { came: "+", went: "-", changed: "~" } as const;

/** What came, went and changed in our document, each place once, however many operations lead to it. */
export function reportAdoption({ differences, pruned }: Adoption): readonly string[] {
  const lines = differences.map((difference) => {
    const { sort, published, ours } = difference;
    const values = sort === "changed" ? `: ${JSON.stringify(ours)} → ${JSON.stringify(published)}` : "";
    return `  ${SIGNS[sort]} ${placeOf(difference)}${values}`;
  });
  return [...new Set([...lines, ...pruned.map((name) => `  - #/components/${name}`)])];
}

/** Where in our document a difference is; a list's item is named by its value. */
export function placeOf({ edit, path }: Difference): string {
  const place = formatReference([...edit.target, edit.key]);
  const isItem = edit.action === "addItem" || edit.action === "removeItem";
  return isItem ? `${place}: ${path.at(-1) ?? ""}` : place;
}
