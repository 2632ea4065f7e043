import type { Paging } from "../operation.js";

/** The query parameters of a list. */
export interface PageStyle {
  /** The query parameter for the position of the page. */
  readonly start: string;
  /** The query parameter for the maximum number of items. */
  readonly size: string;
}

const BY_TOKEN: PageStyle = { start: "page_token", size: "page_size" };

/** The query parameters of each style. */
export const PAGE_STYLES: Readonly<Record<Paging["style"], PageStyle>> = {
  link: BY_TOKEN,
  token: BY_TOKEN,
  offset: { start: "offset", size: "limit" },
};
