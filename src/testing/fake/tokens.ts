/** The bearer tokens that a fake saw, and those that it does not take any more. */
export class Tokens {
  readonly #expired = new Set<string>();
  #last: string | undefined;
  #expiresNext = false;

  /** The token in use, or the next one when there was none yet. */
  expire(): void {
    if (this.#last === undefined) this.#expiresNext = true;
    else this.#expired.add(this.#last);
  }

  /** Whether the token of a request has expired. */
  isExpired(headers: Headers): boolean {
    const [, token] = /^bearer (.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
    if (token === undefined) return false;
    this.#last = token;
    if (this.#expiresNext) this.#expired.add(token);
    this.#expiresNext = false;
    return this.#expired.has(token);
  }

  clear(): void {
    this.#expired.clear();
    this.#last = undefined;
    this.#expiresNext = false;
  }
}
