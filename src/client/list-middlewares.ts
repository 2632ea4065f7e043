import type { Middleware } from "openapi-fetch";
import type { FetchClient } from "./request-builder.js";

/** openapi-fetch's client, and its middlewares, which it does not tell. */
export interface ListedFetchClient extends FetchClient {
  readonly middlewares: readonly Middleware[];
}

/** The same client, which keeps a list of its middlewares. */
export function listMiddlewares({ request, use, eject }: FetchClient): ListedFetchClient {
  const middlewares: Middleware[] = [];
  return {
    request,
    middlewares,
    use(...added) {
      // One by one, because openapi-fetch keeps those before one that it refuses.
      for (const middleware of added) {
        use(middleware);
        // openapi-fetch leaves out what is undefined or false.
        if (middleware as Middleware | undefined) middlewares.push(middleware);
      }
    },
    eject(...removed) {
      eject(...removed);
      for (const middleware of removed) {
        const index = middlewares.indexOf(middleware);
        if (index >= 0) middlewares.splice(index, 1);
      }
    },
  };
}
