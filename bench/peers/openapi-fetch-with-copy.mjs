import { AUTHORIZATION } from "./common.mjs";
import { connect as connectPlain } from "./openapi-fetch.mjs";

/** openapi-fetch with the one thing that the SDK does to each request: it sets the credentials on a copy, which no middleware sees. */
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  const sendCopy = (request) => {
    const copy = request.clone();
    copy.headers.set("Authorization", AUTHORIZATION);
    return fetch(copy);
  };
  return connectPlain({ baseUrl, fetch: sendCopy, headers: {} });
}

export const bundles = {};
