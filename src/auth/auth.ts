/** A way to authenticate: `apiKey`, `bearerToken`, or your own. Implementations keep their secrets in closures, out of sight of `inspect`. */
export interface Auth {
  /**
   * The value of the `Authorization` header for one request. Asked for each request anew.
   *
   * @param context.signal aborts when the call that waits for the value is aborted
   */
  authorization(context: { signal: AbortSignal }): string | Promise<string>;
}
