/** Where operations are, as a document has it: an address, or a template of addresses. */
export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

interface ServerVariable {
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
}

/** At most so many addresses of one template are used. */
const MAX_ADDRESSES = 100;

/** What a part of a document may name servers of its own with. */
export interface WithServers {
  readonly servers?: readonly Server[];
}

/** The servers of an operation: its own, those of its path, or those of its document, from the first of these that has any. */
export function serversFrom(parts: readonly WithServers[]): readonly Server[] {
  return (
    parts.map(({ servers }) => servers).find((servers) => servers !== undefined && servers.length > 0) ?? []
  );
}

/** The base paths of a server: each without a slash at its end, and none that is empty. */
export function basePathsOf({ url, variables = {} }: Server): readonly string[] {
  let addresses: readonly string[] = [url];
  for (const [name, { default: usual, enum: others = [] }] of Object.entries(variables)) {
    const values = new Set([usual, ...others].filter((value) => value !== undefined).map(String));
    if (values.size === 0 || !url.includes(`{${name}}`)) continue;
    addresses = addresses
      .flatMap((address) => [...values].map((value) => address.replaceAll(`{${name}}`, () => value)))
      .slice(0, MAX_ADDRESSES);
  }
  return [...new Set(addresses.map(basePathOf))].filter((path) => path !== "");
}

/** Empty for a path that is still a template. */
function basePathOf(address: string): string {
  const path = /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*)?(\/[^?#{}]*)?$/i.exec(address)?.[1] ?? "";
  return path
    .split("/")
    .filter(Boolean)
    .map((segment) => `/${segment}`)
    .join("");
}
