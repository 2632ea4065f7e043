import type { Kind } from "../../../../src/testing/contract/kinds/kinds.js";
import type { LiveDrift, Members } from "./drift.js";

interface Page {
  readonly data: readonly unknown[];
  readonly metadata: Members;
}

/** Where a page stands in the walk, which reads the list whole, and then with one item a page. */
type Standing = "whole" | "first" | "later";

const LIST = "/paths/~1pim~1v1~1integrations/get";
const NEXT = "body.metadata.next";

function inPage(
  kind: Kind,
  place: string,
  message: string,
  change: () => (page: Page, standing: Standing) => Page,
): LiveDrift {
  return {
    kind,
    document: "pim-v1.yaml",
    operation: "listPimV1Integrations",
    place: `response 200 > ${place}`,
    pointer: LIST,
    message,
    change: () => {
      const changed = change();
      return (response, query) => ({
        ...response,
        body: changed(response.body as Page, standingOf(query)),
      });
    },
  };
}

function standingOf(query: URLSearchParams): Standing {
  if (query.has("page_token")) return "later";
  return query.has("page_size") ? "first" : "whole";
}

function withMetadata(page: Page, members: Members): Page {
  return { ...page, metadata: { ...page.metadata, ...members } };
}

/** The link of a page with another host or query; a page without a link stays without. */
function withLink(page: Page, change: (link: URL) => void): Page {
  const { next } = page.metadata;
  if (typeof next !== "string") return page;
  const link = new URL(next);
  change(link);
  return withMetadata(page, { next: link.href });
}

export const PAGES: readonly LiveDrift[] = [
  inPage(
    "page-link-without-token",
    NEXT,
    "the link to the next page has no page_token",
    () => (page) => withLink(page, ({ searchParams }) => searchParams.delete("page_token")),
  ),
  inPage(
    "page-link-foreign",
    NEXT,
    "the link to the next page names another host",
    () => (page) =>
      withLink(page, (link) => {
        link.host = "internal.example";
      }),
  ),
  inPage(
    "page-token-invalid",
    NEXT,
    "the token of the next page must not have more than 255 characters",
    () => (page) => withLink(page, ({ searchParams }) => searchParams.set("page_token", "x".repeat(256))),
  ),
  inPage("page-loops", NEXT, "the page leads back to itself, or to one before it", () => {
    let link: unknown;
    return (page, standing) => {
      if (standing === "first") link = page.metadata["next"];
      return standing === "later" ? withMetadata(page, { next: link }) : page;
    };
  }),
  inPage("page-repeated", "body.data", "the page has the items of the page before it", () => {
    let first: readonly unknown[] = [];
    return (page, standing) => {
      if (standing === "first") first = page.data;
      return standing === "later" ? { ...page, data: first } : page;
    };
  }),
  inPage(
    "page-ends-early",
    NEXT,
    "the list ends after 1 of 4 items",
    () => (page, standing) => (standing === "first" ? withMetadata(page, { next: null }) : page),
  ),
  inPage("page-too-long", "body.data", "the page has 4 items, and 1 were asked for", () => {
    let all: readonly unknown[] = [];
    return (page, standing) => {
      if (standing === "whole") all = page.data;
      return standing === "first" ? { ...withMetadata(page, { next: null }), data: all } : page;
    };
  }),
  inPage(
    "page-total",
    "body.metadata.total_size",
    "total_size is 2, and there are 4 items",
    () => (page, standing) => (standing === "whole" ? withMetadata(page, { total_size: 2 }) : page),
  ),
  {
    ...inPage(
      "items-repeated",
      "body.data",
      "the list repeats an item, and its items are documented as unique",
      () => (page, standing) =>
        standing === "whole"
          ? {
              ...withMetadata(page, { total_size: page.data.length + 1 }),
              data: [...page.data, page.data[0]],
            }
          : page,
    ),
    pointer: "/components/schemas/pim.v1.IntegrationList/properties/data/uniqueItems",
  },
];
