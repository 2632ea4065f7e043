import { isDeepStrictEqual } from "node:util";
import type { LocatedFinding } from "../collect.js";
import type { Finding } from "../finding.js";
import { pointerOf } from "../pointer.js";
import { LINK } from "./check-page.js";
import type { Page } from "./page.js";

/** A page, and how many changes of the service were made before it was read. */
export interface DatedPage extends Page {
  readonly changes: number;
}

type Walk = readonly DatedPage[];

/**
 * Looks at the pages of each list together: whether each leads on, to other items, to the end. A recording may have very many
 * pages: each is looked at once.
 */
export function checkWalks(pages: readonly DatedPage[]): readonly LocatedFinding[] {
  const lists = groupBy(pages, ({ exchange, list }) => `${exchange.operation.method} ${list}`);
  return [...lists.values()].flatMap((list) => {
    const walks = walksOf(list);
    const ends = [...groupBy(walks, ([first]) => first?.changes).values()].flatMap(checkEnds);
    return [...walks.flatMap(checkWalk), ...ends.slice(0, 1)];
  });
}

/** @param walks those that no change lies between */
function checkEnds(walks: readonly Walk[]): readonly LocatedFinding[] {
  const unchanged = walks.filter((walk) => walk[0]?.changes === walk.at(-1)?.changes);
  const longest = [...groupBy(unchanged, sizeOf)]
    .map(([size, own]) => ({ size, count: own.reduce((most, walk) => Math.max(most, countItems(walk)), 0) }))
    .sort((one, other) => other.count - one.count);
  return unchanged.flatMap((walk) => {
    const other = longest.find(({ size }) => size !== sizeOf(walk));
    return checkEnd(walk, other?.count ?? 0);
  });
}

/**
 * Each first page, and those that it leads to, as far as they were read. A list that was read again has its pages again: a page
 * is of one walk.
 */
function walksOf(pages: readonly DatedPage[]): readonly Walk[] {
  const firsts = pages.filter(isFirst);
  const unread = groupBy(
    pages.filter((page) => !isFirst(page)).reverse(),
    ({ start, size }) => `${size} ${start}`,
  );
  return firsts.map((first) => {
    const walk: DatedPage[] = [];
    for (let page: DatedPage | undefined = first; page;) {
      walk.push(page);
      const { next, size }: DatedPage = page;
      page = next === undefined ? undefined : unread.get(`${size} ${next}`)?.pop();
    }
    return walk;
  });
}

function isFirst({ start }: Page): boolean {
  return start === "" || start === "0";
}

function sizeOf(walk: Walk): number | undefined {
  return walk[0]?.size;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function checkWalk(walk: Walk): readonly LocatedFinding[] {
  const starts = new Set<string>();
  return walk.flatMap((page, index) => {
    const previous = walk[index - 1];
    const isRepeated =
      previous !== undefined && page.items.length > 0 && isDeepStrictEqual(page.items, previous.items);
    const leadsBack = page.next !== undefined && starts.has(page.next);
    starts.add(page.start);
    return [
      ...(isRepeated ? [located(page, { kind: "page-repeated", place: page.place })] : []),
      ...(leadsBack ? [located(page, { kind: "page-loops", place: LINK })] : []),
    ];
  });
}

/**
 * Whether a walk that has come to an end has all items: as many as `total_size` says, and as another walk over the same list
 * with larger pages.
 */
function checkEnd(walk: Walk, longest: number): readonly LocatedFinding[] {
  const last = walk.at(-1);
  if (!last || last.next !== undefined || last.link !== undefined || isByOffset(last)) return [];
  const count = countItems(walk);
  const expected = Math.max(last.total ?? 0, longest);
  if (count >= expected) return [];
  return [
    located(last, { kind: "page-ends-early", place: LINK, subject: String(count), detail: String(expected) }),
  ];
}

/** A list by offsets has no link: the client asks for more until there is none. */
function isByOffset({ exchange: { operation } }: Page): boolean {
  return operation.parameters.some(({ in: place, name }) => place === "query" && name === "offset");
}

function countItems(walk: Walk): number {
  return walk.reduce((sum, { items }) => sum + items.length, 0);
}

function located({ exchange }: Page, finding: Omit<Finding, "pointer">): LocatedFinding {
  return { finding: { ...finding, pointer: pointerOf(exchange.operation) }, exchange };
}
