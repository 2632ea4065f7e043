import { PaginationError } from "../errors/index.js";
import type { LoadPage } from "./paginated.js";

/**
 * Pages by offset, where the service does not say whether there are more. A page with fewer items than the limit is the
 * last; without a known limit, an empty page is. A repeated page is an error: a service that ignores `offset` would send its
 * first page for ever.
 */
export function offsetPages<T>(load: LoadPage<T>, limit: unknown): LoadPage<T> {
  let previous: string | undefined;
  return async (start, reading) => {
    const page = await load(start, reading);
    const { length } = page.data;
    if (length === 0 || (typeof limit === "number" && limit > 0 && length < limit)) return page;
    const contents = JSON.stringify(page.data);
    if (contents === previous) {
      throw new PaginationError(
        `The list does not end: the service sent the same page again at offset ${start ?? 0}`,
        { response: page.response },
      );
    }
    previous = contents;
    return { ...page, nextPageToken: String(Number(start ?? 0) + length) };
  };
}
