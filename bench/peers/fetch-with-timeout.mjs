import { connect as connectFetch } from "./fetch.mjs";

const TIMEOUT_MS = 30_000;

/** `fetch` that can be ended, and ends in time: below it is no client that does so much. */
export function connect({ baseUrl, fetch = globalThis.fetch }) {
  return {
    async get(id) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
      const { signal } = controller;
      try {
        return await connectFetch({ baseUrl, fetch: (url, init) => fetch(url, { ...init, signal }) }).get(id);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

export const bundles = {};
