/** The bearer tokens that a fake saw, and those that it does not take any more. */
export class Tokens {
  /** Each token that expired, and whether a request was refused for it. */
  readonly #expired = new Map<string, boolean>();
  #last: string | undefined;
  #expiresNext = false;

  /** Notes the token of a request, which is in use from then on. */
  note(headers: Headers): void {
    this.#last = tokenIn(headers) ?? this.#last;
  }

  /** The token in use, or the next one when there was none yet. */
  expire(): void {
    if (this.#last === undefined) this.#expiresNext = true;
    else this.#expired.set(this.#last, false);
  }

  /** Whether a request is to be refused, as its token has expired. */
  refuses(headers: Headers): boolean {
    const token = tokenIn(headers);
    if (token === undefined) return false;
    const isExpired = this.#expiresNext || this.#expired.has(token);
    this.#expiresNext = false;
    if (isExpired) this.#expired.set(token, true);
    return isExpired;
  }

  /** What was to be refused and was not, as a sentence for each. */
  unused(): readonly string[] {
    const tokens = [...this.#expired.values()].filter((isRefused) => !isRefused);
    return [
      ...(this.#expiresNext ? ["expireToken: no request had a bearer token"] : []),
      ...tokens.map(() => "expireToken: the token was not sent again"),
    ];
  }

  clear(): void {
    this.#expired.clear();
    this.#last = undefined;
    this.#expiresNext = false;
  }
}

function tokenIn(headers: Headers): string | undefined {
  return /^bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}
