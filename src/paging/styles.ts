import type { Paging } from "../operation.js";

/** The query parameters of a list. */
export interface PageStyle {
  /** The query parameter for the position of the page. */
  readonly start: string;
  /** The query parameter for the maximum number of items. */
  readonly size: string;
}

const BY_TOKEN: PageStyle = { start: "page_token", size: "page_size" };
const BY_OFFSET: PageStyle = { start: "offset", size: "limit" };

export function styleOf(paging: Paging | undefined): PageStyle {
  return paging?.style === "offset" ? BY_OFFSET : BY_TOKEN;
}
