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
 * A list that is read page by page. Each page is the original request with what the service said of the next one, on the
 * road that every call takes. A link to it is never followed: it may lack a filter, or name another host.
 */
export function listPages<T>(execute: Execute, operation: Operation, init: CallInit = {}): Paginated<T> {
  // Confluent's lists are linked; a path without a known operation is taken for one of them.
  const { style, maxPageSize }: Paging = operation.paging ?? { style: "link" };
  const parameters = PAGE_STYLES[style];
  const given = withLargestPage((init.params?.query ?? {}) as Query, parameters, maxPageSize);
  const { [parameters.start]: first, ...query } = given;

  const load = async (start: string | undefined, reading: Scope): Promise<Page<T>> => {
    const pageQuery = start === undefined ? query : { ...query, [parameters.start]: start };
    const pageInit = { ...init, params: { ...init.params, query: pageQuery } };
    try {
      const outcome = await execute(operation, pageInit, reading);
      const page = readPage<T>(outcome, style);
      const { data, totalSize } = page;
      outcome.call.observe?.({
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
  const begin = typeof first === "number" ? String(first) : first;
  const start = typeof begin === "string" && begin !== "" ? begin : undefined;
  return new Paginated(
    style === "offset" ? () => offsetPages(load, query[parameters.size]) : () => load,
    start,
  );
}

/** Fewer pages are fewer calls against the rate limit; the service's own default is small. */
function withLargestPage(query: Query, { size }: PageStyle, maxPageSize: number | undefined): Query {
  if (maxPageSize === undefined || (query[size] ?? undefined) !== undefined) return query;
  return { ...query, [size]: maxPageSize };
}
