import { PaginationError } from "../errors/index.js";
import type { LoadPage } from "./paginated.js";

/**
 * Pages that are counted: the service does not say whether there are more. A page that is not full is the last; where
 * nobody knows how many items make it full, the last is an empty one. A service that takes no notice of `offset` would
 * send its first page for ever.
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
      );
    }
    previous = contents;
    return { ...page, nextPageToken: String(Number(start ?? 0) + length) };
  };
}
