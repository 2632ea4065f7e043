import type { Paging } from "../operation.js";

/** How a list is asked for a page. */
export interface PageStyle {
  /** The query parameter that says where the page begins. */
  readonly start: string;
  /** The query parameter that says how many items it may hold. */
  readonly size: string;
}

const TOKENS: PageStyle = { start: "page_token", size: "page_size" };
const COUNTED: PageStyle = { start: "offset", size: "limit" };

export function styleOf(paging: Paging | undefined): PageStyle {
  return paging?.style === "offset" ? COUNTED : TOKENS;
}
