import { ConfigurationError } from "../errors/index.js";

/**
 * Serialises a query as OpenAPI does by default: a name for each item of an array (`form`), and `name[key]=value` for
 * objects (`deepObject`). Names are encoded as values are. A `Date` is written in ISO 8601; undefined and null are left out.
 *
 * @throws {ConfigurationError} for a value that cannot be encoded
 */
export function serializeQuery(query: unknown): string {
  let search = "";
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (value instanceof Date) add(name, isoString(name, value));
    else if (typeof value === "object")
      for (const [key, member] of Object.entries(value)) add(`${name}[${encode(key, key)}]`, member);
    else search += `${search && "&"}${name}=${encode(value, name)}`;
  };
  for (const [name, value] of Object.entries(query ?? {})) add(encode(name, name), value);
  return search;
}

function encode(value: unknown, name: string): string {
  try {
    return encodeURIComponent(value as string);
  } catch {
    throw new ConfigurationError(
      `query parameter \`${name}\` cannot be encoded: it is a symbol or has half a surrogate pair`,
    );
  }
}

function isoString(name: string, date: Date): string {
  if (Number.isNaN(date.getTime()))
    throw new ConfigurationError(`query parameter \`${name}\` is an invalid date`);
  return date.toISOString();
}
