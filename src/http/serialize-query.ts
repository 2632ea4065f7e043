import { ConfigurationError } from "../errors/index.js";
import { unreadable } from "../util/unreadable.js";

/**
 * Serialises a query as OpenAPI does by default: a name for each item of an array (`form`), and `name[key]=value` for
 * objects (`deepObject`). Names are encoded as values are. A `Date` is written in ISO 8601; undefined and null are left out.
 *
 * @throws {ConfigurationError} for a value that cannot be encoded
 */
export function serializeQuery(query: unknown): string {
  let search = "";
  const add = (name: string, value: unknown, depth = 0): void => {
    if (value === undefined || value === null) return;
    if (depth > MAX_DEPTH) refuse(name, "is nested too deeply, or contains itself");
    if (Array.isArray(value)) for (const item of value) add(name, item, depth + 1);
    else if (value instanceof Date) add(name, isoString(name, value));
    else if (typeof value === "object") {
      const what = unreadable(value);
      if (what !== undefined) refuse(name, `is ${what}`);
      for (const [key, member] of Object.entries(value))
        add(`${name}[${encode(key, key)}]`, member, depth + 1);
    } else search += `${search && "&"}${name}=${encode(value, name)}`;
  };
  for (const [name, value] of Object.entries(query ?? {})) add(encode(name, name), value);
  return search;
}

const MAX_DEPTH = 20;

function refuse(name: string, problem: string): never {
  throw new ConfigurationError(`query parameter \`${name}\` ${problem}`);
}

function encode(value: unknown, name: string): string {
  if (typeof value === "function") refuse(name, "is a function");
  if (typeof value === "number" && !Number.isFinite(value)) refuse(name, `is ${value}`);
  try {
    return encodeURIComponent(value as string);
  } catch {
    return refuse(name, "cannot be encoded: it is a symbol or has half a surrogate pair");
  }
}

function isoString(name: string, date: Date): string {
  if (Number.isNaN(date.getTime())) refuse(name, "is an invalid date");
  return date.toISOString();
}
