import type { Json, Workshop } from "../workshop.js";
import { atPath, inPage, type PlantedDrift } from "./plant.js";

const NEXT = "body.metadata.next";
const link = (token: string, host = "workshop.example"): string =>
  `https://${host}/shop/v1/tools?page_token=${token}`;

export const PAGES: readonly PlantedDrift[] = [
  inPage("page-link-without-token", NEXT, "the link to the next page has no page_token", (page) => ({
    ...page,
    metadata: { ...page.metadata, next: "https://workshop.example/shop/v1/tools?page=2" },
  })),
  inPage("page-link-foreign", NEXT, "the link to the next page names another host", (page, start) => ({
    ...page,
    metadata: { ...page.metadata, next: start === null ? link("2", "internal.example") : null },
  })),
  inPage(
    "page-token-invalid",
    NEXT,
    "the token of the next page must not have more than 8 characters",
    (page, start) => ({
      ...page,
      metadata: { ...page.metadata, next: start === null ? link("0000000002") : null },
    }),
  ),
  inPage("page-loops", NEXT, "the page leads back to itself, or to one before it", (page) => ({
    ...page,
    metadata: { ...page.metadata, next: link("2") },
  })),
  {
    ...inPage("page-repeated", "body.data", "the page has the items of the page before it", (page) => page),
    plant: (workshop: Workshop): void => {
      const data = workshop.tools.slice(0, 2);
      workshop.page = ({ query }) => ({
        data,
        metadata: { next: query.has("page_token") ? null : link("2") },
      });
    },
  },
  inPage("page-ends-early", NEXT, "the list ends after 2 of 3 items", (page) => ({
    ...page,
    metadata: { ...page.metadata, next: null },
  })),
  inPage("page-total", "body.metadata.total_size", "total_size is 1, and there are 2 items", (page) => ({
    ...page,
    metadata: { ...page.metadata, total_size: Math.min(1, page.data.length) },
  })),
  {
    ...inPage("page-too-long", "body.data", "the page has 2 items, and 1 were asked for", (page) => page),
    plant: (workshop: Workshop): void => {
      workshop.tools.pop();
      workshop.page = () => ({ data: workshop.tools, metadata: { next: null } });
    },
  },
  atPath(
    "/shop/v1/tools/tool-1a",
    {
      kind: "item-mismatch",
      place: "response 200 > body.id",
      pointer: "/paths/~1shop~1v1~1tools~1{id}/get",
      message: "the member id is not the one that was asked for",
    },
    (response) => ({ ...response, body: { ...(response.body as Json), id: "tool-2b" } }),
  ),
];
