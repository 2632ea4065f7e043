import type { KindRule } from "./kind-rule.js";

export type PageKind =
  | "page-link-without-token"
  | "page-link-foreign"
  | "page-token-invalid"
  | "page-loops"
  | "page-repeated"
  | "page-ends-early"
  | "page-too-long"
  | "page-total"
  | "item-mismatch";

/** Drift of lists and of their pages. */
export const PAGE_KINDS: Readonly<Record<PageKind, KindRule>> = {
  "page-link-without-token": {
    level: "error",
    what: "the link to the next page has no `page_token`",
    message: "the link to the next page has no page_token",
    advice: "have the service put the token into the link",
  },
  "page-link-foreign": {
    level: "warning",
    what: "the link to the next page names another host",
    message: "the link to the next page names another host",
    advice: "take the token out of the link, and do not follow it",
  },
  "page-token-invalid": {
    level: "error",
    what: "the token of the next page is not what the document accepts as one",
    message: "the token of the next page {detail}",
    advice: "correct the schema of the parameter",
  },
  "page-loops": {
    level: "error",
    what: "a page leads back to itself, or to one before it",
    message: "the page leads back to itself, or to one before it",
    advice: "stop at a token that was seen before",
  },
  "page-repeated": {
    level: "error",
    what: "two pages have the same items",
    message: "the page has the items of the page before it",
    advice: "have the service honour the token",
  },
  "page-ends-early": {
    level: "error",
    what: "a list ends before its last item",
    message: "the list ends after {subject} of {detail} items",
    advice: "have the service link the next page",
  },
  "page-too-long": {
    level: "warning",
    what: "a page has more items than were asked for",
    message: "the page has {subject} items, and {detail} were asked for",
    advice: "correct the parameter, or have the service honour it",
  },
  "page-total": {
    level: "warning",
    what: "`total_size` is less than the number of items",
    message: "total_size is {subject}, and there are {detail} items",
    advice: "do not rely on total_size",
  },
  "item-mismatch": {
    level: "error",
    what: "one resource is asked for, and another one comes",
    message: "the member {subject} is not the one that was asked for",
    advice: "correct the path parameter",
  },
};
