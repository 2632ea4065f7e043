/**
 * Serialises a query as OpenAPI does by default: a name for each item of an array (`form`), and `name[key]=value` for
 * objects (`deepObject`). A `Date` is written in ISO 8601; undefined and null are left out.
 */
export function serializeQuery(query: unknown): string {
  let search = "";
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (value instanceof Date) add(name, value.toISOString());
    else if (typeof value === "object")
      for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member);
    else search += `${search && "&"}${name}=${encodeURIComponent(value as string)}`;
  };
  for (const [name, value] of Object.entries(query ?? {})) add(name, value);
  return search;
}
