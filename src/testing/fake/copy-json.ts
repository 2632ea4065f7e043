import { formatPointer } from "../document/json-pointer.js";
import { hasHalfPair, MAX_DEPTH } from "./malformed.js";

/**
 * A copy of a value that is JSON, without the members that are undefined.
 *
 * @param refuse makes the error for what is no JSON, of a message that names its place
 */
export function copyJson(
  value: unknown,
  refuse: (message: string) => Error,
  way: readonly string[] = [],
): unknown {
  if (value === undefined || value === null || typeof value === "boolean") return value;
  const refusal = (message: string): Error =>
    refuse(`${way.length === 0 ? "it" : `\`${formatPointer(way)}\``} ${message}`);
  if (way.length > MAX_DEPTH) throw refuse("it is nested too deeply");
  if (typeof value === "string") {
    if (hasHalfPair(value)) throw refusal("has half a surrogate pair");
    return value;
  }
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((item, index) =>
      copyJson(item, refuse, [...way, String(index)]),
    );
  // An object of another realm has another prototype.
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (kind !== "Object") throw refusal(`must be JSON, not ${typeof value === "number" ? value : kind}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [name, copyJson(member, refuse, [...way, name])] as const);
  return Object.fromEntries(members);
}
