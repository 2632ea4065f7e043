/** `T`, of which the properties `K` are sure to be there; where `T` may be null, of what is not. */
export type WithRequired<T, K extends keyof NonNullable<T>> = NonNullable<T> & {
  [P in K]-?: NonNullable<T>[P];
};
