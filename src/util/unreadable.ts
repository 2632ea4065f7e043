/**
 * Names an object whose content is not in its members, so that it would be sent as nothing: a promise that nobody waited for,
 * a `Map`, a `URLSearchParams`. Undefined for any other value.
 */
export function unreadable(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (typeof (value as { then?: unknown }).then === "function") return "a promise";
  if (!(Symbol.iterator in value)) return undefined;
  return `a ${Object.prototype.toString.call(value).slice("[object ".length, -1)}`;
}
