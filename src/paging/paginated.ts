import { recaptureStack } from "../errors/confluent-error.js";
import { ConfigurationError, PaginationError } from "../errors/index.js";
import { Scope } from "../time/scope.js";

/** One page of a list. */
export interface Page<T> {
  /** The items, in the service's order. A page may be empty although more pages follow. */
  readonly data: readonly T[];
  /** The token of the next page; absent on the last page. Pass it as `page_token` to start there. */
  readonly nextPageToken?: string;
  /** The number of items in the whole list, if the service says. */
  readonly totalSize?: number;
  /** The response that contained the page; its body has been read. */
  readonly response: Response;
}

/** How much of a list `toArray` loads. */
interface ArrayOptions {
  limit?: number;
  maxPages?: number;
}

/** Loads the page of a token, or the first page for `undefined`. */
export type LoadPage<T> = (pageToken: string | undefined, reading: Scope) => Promise<Page<T>>;

/**
 * A list that is loaded page by page while it is read. Nothing is sent before the first item is requested. The next page
 * loads while the current one is consumed. Every iteration starts from the beginning.
 *
 * An iteration throws what the calls for its pages throw; after the first page, errors have `pageToken`. It throws a
 * `PaginationError` when the service sends the same page token twice. Leaving a loop aborts the request in flight.
 *
 * @example
 * for await (const integration of confluent.pim.v1.integrations.list({ environment })) console.log(integration.id);
 */
export class Paginated<T> implements AsyncIterable<T> {
  readonly #loader: () => LoadPage<T>;
  readonly #firstPageToken: string | undefined;

  /** @internal */
  constructor(loader: () => LoadPage<T>, firstPageToken?: string) {
    this.#loader = loader;
    this.#firstPageToken = firstPageToken;
  }

  /**
   * A list of given items, for the tests of code that takes a list: a client that was faked by hand returns it.
   *
   * @param options.pageSize how many items a page has; all unless given
   * @throws {ConfigurationError} when `pageSize` is not a whole number above zero
   * @example
   * const list = Paginated.from([{ id: "cspi-00000" }]);
   */
  static from<T>(items: Iterable<T>, { pageSize = Infinity }: { pageSize?: number } = {}): Paginated<T> {
    if (pageSize !== Infinity && !(Number.isInteger(pageSize) && pageSize > 0))
      throw new ConfigurationError(`\`pageSize\` must be a whole number above zero, not ${pageSize}`);
    const all = [...items];
    return new Paginated<T>(() => async (pageToken) => {
      const start = Number(pageToken ?? 0);
      const end = start + pageSize;
      const data = all.slice(start, end);
      return Promise.resolve({
        data,
        totalSize: all.length,
        response: new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } }),
        ...(end < all.length && { nextPageToken: String(end) }),
      });
    });
  }

  /** The items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  /**
   * The pages, with their size and position.
   *
   * @param options.maxPages the most pages to load; all unless given
   * @throws {ConfigurationError} when `maxPages` is not a whole number above zero
   * @example
   * for await (const { data, totalSize } of integrations.pages()) console.log(`${data.length} of ${totalSize}`);
   */
  pages({ maxPages = Infinity }: { maxPages?: number } = {}): AsyncGenerator<Page<T>, void, undefined> {
    checkMaxPages(maxPages);
    return this.#walk(Infinity, maxPages);
  }

  /**
   * All items in one array, or the first `limit` of them.
   *
   * @param options.limit the maximum number of items; all unless given. Pages beyond them are not loaded.
   * @param options.maxPages the most pages to load; all unless given. It bounds the requests, where `limit` bounds the items.
   * @throws {ConfigurationError} when `limit` is not a whole number of zero or more, or `maxPages` not one above zero
   * @example const firstTen = await confluent.pim.v1.integrations.list({ environment }).toArray({ limit: 10 });
   */
  async toArray({ limit = Infinity, maxPages = Infinity }: ArrayOptions = {}): Promise<T[]> {
    checkMaxPages(maxPages);
    if (limit !== Infinity && !(Number.isInteger(limit) && limit >= 0)) {
      throw new ConfigurationError(`toArray: \`limit\` must be a whole number of zero or more, not ${limit}`);
    }
    const items: T[] = [];
    if (limit === 0) return items;
    for await (const { data } of this.#walk(limit, maxPages)) for (const item of data) items.push(item);
    return items.slice(0, limit);
  }

  /** Loads pages until there are no more, until they contain the wanted number of items, or up to a number of pages. */
  async *#walk(wanted: number, maxPages: number): AsyncGenerator<Page<T>, void, undefined> {
    const reading = new Scope();
    const seen = new Set([this.#firstPageToken]);
    let found = 0;
    let pages = 0;
    const load = this.#loader();
    let current = this.#firstPageToken;
    let loading: Promise<Page<T>> | undefined = load(current, reading);
    try {
      while (loading) {
        const page: Page<T> = await settle(loading);
        const next = page.nextPageToken;
        found += page.data.length;
        loading = undefined;
        const continues = next !== undefined && found < wanted && ++pages < maxPages;
        const repeats = continues && seen.has(next);
        if (continues && !repeats) {
          seen.add(next);
          loading = load(next, reading);
          // Prevents an unhandled rejection: the page is awaited later, or never.
          loading.catch(() => undefined);
        }
        yield page;
        if (repeats) {
          const error = new PaginationError(
            "The list does not end: the service sent the token of a page that was read before",
            { response: page.response },
          );
          throw Object.assign(error, { pageToken: current });
        }
        current = next;
      }
    } finally {
      if (loading) reading.end(new DOMException("The iteration over the list has ended", "AbortError"));
    }
  }
}

function checkMaxPages(maxPages: number): void {
  if (maxPages === Infinity || (Number.isInteger(maxPages) && maxPages > 0)) return;
  throw new ConfigurationError(`\`maxPages\` must be a whole number above zero, not ${maxPages}`);
}

/** Awaits a page. Points the stack of a failure, which may be older, at the caller. */
async function settle<T>(loading: Promise<Page<T>>): Promise<Page<T>> {
  try {
    return await loading;
  } catch (error) {
    throw recaptureStack(error, settle);
  }
}
