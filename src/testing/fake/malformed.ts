/** No body of the service is as deep, and the walks through a value have to end. */
export const MAX_DEPTH = 100;
const HALF_PAIR = /\p{Surrogate}/u;

/** Whether an array or an object has more levels than any body of the service. It looks without calling itself. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    level = level.flatMap((one): unknown[] =>
      typeof one === "object" && one !== null && !ArrayBuffer.isView(one) ? Object.values(one) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

export function hasHalfPair(text: string): boolean {
  return HALF_PAIR.test(text);
}

/** The ways to texts and names that have half a surrogate pair. No URL and no file can have one. */
export function halfPairsIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return hasHalfPair(value) ? [way] : [];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = [...way, name];
    return hasHalfPair(name) ? [inner] : halfPairsIn(member, inner);
  });
}
