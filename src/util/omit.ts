/** The object without some of its properties. */
export function omit<T extends object, Name extends PropertyKey>(
  object: T,
  names: readonly Name[],
): Omit<T, Name> {
  const copy = { ...object };
  for (const name of names) Reflect.deleteProperty(copy, name);
  return copy;
}
