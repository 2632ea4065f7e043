import { isDeepStrictEqual } from "node:util";
import type { LocatedFinding } from "../collect.js";
import type { Finding } from "../finding.js";
import { pointerOf } from "../pointer.js";
import { LINK } from "./check-page.js";
import type { Page } from "./page.js";

/** Looks at the pages of each list together: whether each leads on, to other items, to the end. */
export function checkWalks(pages: readonly Page[]): readonly LocatedFinding[] {
  const lists = new Map<string, Page[]>();
  for (const page of pages) {
    const key = `${page.exchange.operation.method} ${page.list}`;
    lists.set(key, [...(lists.get(key) ?? []), page]);
  }
  return [...lists.values()].flatMap((list) => {
    const walks = list
      .filter(({ start }) => start === "" || start === "0")
      .map((first) => walkFrom(first, list));
    const ends = walks.flatMap((walk) => {
      const others = walks.filter((other) => other[0]?.size !== walk[0]?.size);
      return checkEnd(walk, Math.max(0, ...others.map(countItems)));
    });
    return [...walks.flatMap(checkWalk), ...ends.slice(0, 1)];
  });
}

/** A page, and those that it leads to, as far as they were read. */
function walkFrom(first: Page, pages: readonly Page[]): readonly Page[] {
  const walk = [first];
  for (let page: Page | undefined = first; page;) {
    const { next, size }: Page = page;
    page = pages.find((one) => one.start === next && one.size === size && !walk.includes(one));
    if (page && next !== undefined) walk.push(page);
    else page = undefined;
  }
  return walk;
}

function checkWalk(walk: readonly Page[]): readonly LocatedFinding[] {
  return walk.flatMap((page, index) => {
    const before = walk.slice(0, index);
    const previous = before.at(-1);
    const isRepeated =
      previous !== undefined && page.items.length > 0 && isDeepStrictEqual(page.items, previous.items);
    const leadsBack =
      page.next !== undefined && before.some(({ start }) => start !== "" && start === page.next);
    return [
      ...(isRepeated ? [located(page, { kind: "page-repeated", place: "body.data" })] : []),
      ...(leadsBack ? [located(page, { kind: "page-loops", place: LINK })] : []),
    ];
  });
}

/**
 * Whether a walk that has come to an end has all items: as many as `total_size` says, and as another walk over the same list
 * with larger pages.
 */
function checkEnd(walk: readonly Page[], longest: number): readonly LocatedFinding[] {
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

function countItems(walk: readonly Page[]): number {
  return walk.reduce((sum, { items }) => sum + items.length, 0);
}

function located({ exchange }: Page, finding: Omit<Finding, "pointer">): LocatedFinding {
  return { finding: { ...finding, pointer: pointerOf(exchange.operation) }, exchange };
}
