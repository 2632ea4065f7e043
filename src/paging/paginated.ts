import { recaptureStack } from "../errors/confluent-error.js";
import { ConfigurationError, PaginationError } from "../errors/index.js";
import { Scope } from "../time/scope.js";

/** One page of a list. */
export interface Page<T> {
  /** The items, in the service's order; may be empty even when more pages follow. */
  readonly data: readonly T[];
  /** The token of the next page; absent on the last. Pass it as `page_token` to begin there. */
  readonly nextPageToken?: string;
  /** Number of items in the whole list, where the service tells. */
  readonly totalSize?: number;
  /** The answer that the page came in, its body read. */
  readonly response: Response;
}

/** Loads the page of a token, the first one for `undefined`. */
export type LoadPage<T> = (pageToken: string | undefined, reading: Scope) => Promise<Page<T>>;

/**
 * A list that is loaded page by page, as far as it is read: nothing is sent before the first item is asked for. While
 * one page is consumed the next is already under way. Every reading begins anew.
 *
 * Reading throws what the calls for its pages throw, with `pageToken` on errors after the first page, and
 * `PaginationError` when the service's links lead in a circle. Leaving a loop aborts what is under way.
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

  /** The items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }

  /**
   * The pages, for their size and position.
   *
   * @example
   * for await (const { data, totalSize } of integrations.pages()) console.log(`${data.length} of ${totalSize}`);
   */
  pages(): AsyncGenerator<Page<T>, void, undefined> {
    return this.#walk(Infinity);
  }

  /**
   * All items in one array, or the first `limit` of them.
   *
   * @param options.limit the most items to return; default: all. No page beyond them is loaded.
   * @throws {ConfigurationError} when `limit` is not a whole number of zero or more
   * @example const firstTen = await confluent.pim.v1.integrations.list({ environment }).toArray({ limit: 10 });
   */
  async toArray({ limit = Infinity }: { limit?: number } = {}): Promise<T[]> {
    if (limit !== Infinity && !(Number.isInteger(limit) && limit >= 0)) {
      throw new ConfigurationError(`toArray: \`limit\` must be a whole number of zero or more, not ${limit}`);
    }
    const items: T[] = [];
    if (limit === 0) return items;
    for await (const { data } of this.#walk(limit)) for (const item of data) items.push(item);
    return items.slice(0, limit);
  }

  /** Walks until there are no more pages, or those seen hold as many items as are wanted. */
  async *#walk(wanted: number): AsyncGenerator<Page<T>, void, undefined> {
    const reading = new Scope();
    const seen = new Set([this.#firstPageToken]);
    let found = 0;
    const load = this.#loader();
    let current = this.#firstPageToken;
    let loading: Promise<Page<T>> | undefined = load(current, reading);
    try {
      while (loading) {
        const page: Page<T> = await arrival(loading);
        const next = page.nextPageToken;
        found += page.data.length;
        loading = undefined;
        const goesOn = next !== undefined && found < wanted;
        const inCircle = goesOn && seen.has(next);
        if (goesOn && !inCircle) {
          seen.add(next);
          loading = load(next, reading);
          // Awaited when its turn comes; until then its failure is nobody's.
          loading.catch(() => undefined);
        }
        yield page;
        if (inCircle) {
          const error = new PaginationError(
            `The list does not end: the service sent the page token "${next}" twice`,
          );
          throw Object.assign(error, { pageToken: current });
        }
        current = next;
      }
    } finally {
      if (loading) reading.end(new DOMException("The list is not read any further", "AbortError"));
    }
  }
}

/** The page, or its failure, which may be older than anyone's waiting for it. */
async function arrival<T>(loading: Promise<Page<T>>): Promise<Page<T>> {
  try {
    return await loading;
  } catch (error) {
    throw recaptureStack(error, arrival);
  }
}
