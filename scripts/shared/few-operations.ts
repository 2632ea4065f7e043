/** Beyond so many, operations are counted. */
const MAX_OPERATIONS = 3;

/** The operations that something reaches: a few by name, the rest by number. */
export function fewOperations(operations: readonly string[]): {
  readonly named: readonly string[];
  readonly more: number;
} {
  const isFew = operations.length <= MAX_OPERATIONS + 1;
  const named = isFew ? operations : operations.slice(0, MAX_OPERATIONS);
  return { named, more: operations.length - named.length };
}
