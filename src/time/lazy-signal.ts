import type { Scope } from "./scope.js";

/**
 * Something with the signal of a scope, which is made when somebody asks for it: it is dear, and not every `fetch` does.
 * The property is an own one, so that `{ ...init }` takes it along; a getter in an object literal would be dearer, as each has
 * a shape of its own.
 */
export class LazySignal {
  declare readonly signal: AbortSignal;
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
    Object.defineProperty(this, "signal", LazySignal.#property);
  }

  static readonly #property: PropertyDescriptor & ThisType<LazySignal> = {
    enumerable: true,
    get() {
      return this.#scope.signal;
    },
  };
}
