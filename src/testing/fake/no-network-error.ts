/** What `fetch` rejects with when a test wants no response: the same as the platform's when it has no network. */
export class NoNetworkError extends TypeError {
  constructor(detail = "The fake has no network") {
    super("fetch failed", { cause: new Error(detail) });
  }
}
