import type { Operation, Paging } from "../operation.js";
import { ConfluentError } from "../errors/index.js";
import type { Execute, CallInit } from "../pipeline/execute.js";
import { offsetPages } from "./offset-pages.js";
import { Paginated, type Page } from "./paginated.js";
import { readPage } from "./read-page.js";
import type { Scope } from "../time/scope.js";
import { PAGE_STYLES, type PageStyle } from "./styles.js";

type Query = Record<string, unknown>;

/**
 * A list that is read page by page. The request for a page is the original request with the position of the page. A link to
 * the next page is never followed: it may lack a filter, or name another host.
 */
export function listPages<T>(execute: Execute, operation: Operation, init: CallInit = {}): Paginated<T> {
  // Confluent's lists are linked, so a path without a known operation is read as a linked list.
  const { style, maxPageSize }: Paging = operation.paging ?? { style: "link" };
  const parameters = PAGE_STYLES[style];
  const given = withLargestPage((init.params?.query ?? {}) as Query, parameters, maxPageSize);
  const { [parameters.start]: first, ...query } = given;

  const load = async (start: string | undefined, reading: Scope): Promise<Page<T>> => {
    const pageQuery = start === undefined ? query : { ...query, [parameters.start]: start };
    const pageInit = { ...init, params: { ...init.params, query: pageQuery } };
    try {
      const result = await execute(operation, pageInit, reading);
      const page = readPage<T>(result, style);
      const { data, totalSize } = page;
      result.call.observe?.({
        type: "page",
        operation: operation.id,
        items: data.length,
        ...(totalSize !== undefined && { totalSize }),
      });
      return page;
    } catch (error) {
      if (error instanceof ConfluentError && start !== undefined) error.pageToken = start;
      throw error;
    }
  };
  const value = typeof first === "number" ? String(first) : first;
  const start = typeof value === "string" && value !== "" ? value : undefined;
  return new Paginated(
    style === "offset" ? () => offsetPages(load, query[parameters.size]) : () => load,
    start,
  );
}

/** Requests the largest page by default: fewer pages use less of the rate limit. */
function withLargestPage(query: Query, { size }: PageStyle, maxPageSize: number | undefined): Query {
  if (maxPageSize === undefined || (query[size] ?? undefined) !== undefined) return query;
  return { ...query, [size]: maxPageSize };
}
