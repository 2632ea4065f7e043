import type { Middleware } from "openapi-fetch";

/**
 * A middleware that lets a list end on a mock server. Prism keeps no state: it answers the request for page two with page
 * one, whose link leads to page two, and the SDK rightly throws a `PaginationError`. With this, a request that carries a
 * page token is answered with the document's example of a last page.
 *
 * @param name the example's name in the document; default: `last-page`
 * @example confluent.use(lastPageExample());
 */
export function lastPageExample(name = "last-page"): Middleware {
  return {
    onRequest({ request }) {
      if (new URL(request.url).searchParams.has("page_token"))
        request.headers.set("Prefer", `example=${name}`);
      return request;
    },
  };
}
