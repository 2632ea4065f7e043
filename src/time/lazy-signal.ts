import type { Scope } from "./scope.js";

/**
 * An object whose `signal` is that of a scope, created when it is first read: an `AbortSignal` is expensive, and not every
 * `fetch` reads it. `signal` is an own property, so that `{ ...init }` copies it. It is defined once for all instances,
 * because a getter in an object literal would give each object a hidden class of its own, which V8 optimises badly.
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
