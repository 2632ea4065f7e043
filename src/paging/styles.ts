import type { Paging } from "../operation.js";

/** How a list is asked for a page. */
export interface PageStyle {
  /** The query parameter that says where the page begins. */
  readonly start: string;
  /** The query parameter that says how many items it may hold. */
  readonly size: string;
}

const TOKENS: PageStyle = { start: "page_token", size: "page_size" };

/** The query parameters of each style. */
export const PAGE_STYLES: Readonly<Record<Paging["style"], PageStyle>> = {
  link: TOKENS,
  token: TOKENS,
  offset: { start: "offset", size: "limit" },
};
