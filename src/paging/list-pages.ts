import type { Operation } from "../api.js";
import { ConfluentError } from "../errors/index.js";
import type { Exchange, ExchangeInit } from "../http/exchange.js";
import { Paginated, type Page } from "./paginated.js";
import { readPage } from "./read-page.js";

type Query = Record<string, unknown>;

/**
 * A list that pages as Confluent's do: the answer's `metadata.next` is a link, of which only the `page_token` counts.
 * The link itself is never followed: it may lack a filter, or name another host. Each page is the original request with
 * that token, on the road that every call takes.
 *
 * @param operation the document's operation for `path`, where there is one: it knows the largest page
 */
export function listPages<T>(
  exchange: Exchange,
  path: string,
  operation: Operation | undefined,
  init: ExchangeInit = {},
): Paginated<T> {
  const { page_token: first, ...query } = withLargestPage((init.params?.query ?? {}) as Query, operation);

  const load = async (pageToken: string | undefined, walk: AbortSignal): Promise<Page<T>> => {
    const pageQuery = pageToken === undefined ? query : { ...query, page_token: pageToken };
    const pageInit = { ...init, params: { ...init.params, query: pageQuery } };
    try {
      const outcome = await exchange("GET", path, pageInit, walk);
      const page = readPage<T>(outcome);
      const { data, totalSize } = page;
      outcome.observe?.({
        type: "page",
        operation: outcome.operation,
        items: data.length,
        ...(totalSize !== undefined && { totalSize }),
      });
      return page;
    } catch (error) {
      if (error instanceof ConfluentError && pageToken !== undefined) error.pageToken = pageToken;
      throw error;
    }
  };
  return new Paginated(load, typeof first === "string" && first !== "" ? first : undefined);
}

/** Fewer pages are fewer calls against the rate limit; the service's own default is small. */
function withLargestPage(query: Query, operation: Operation | undefined): Query {
  const maxPageSize = operation?.paging?.maxPageSize;
  if (maxPageSize === undefined || (query["page_size"] ?? undefined) !== undefined) return query;
  return { ...query, page_size: maxPageSize };
}
