import type { DocumentOperation } from "../../document/operations.js";

/** Operations by the base URL of their service. */
export interface Host {
  readonly baseUrl: string;
  readonly operations: readonly DocumentOperation[];
}

/**
 * Groups operations by where their requests go.
 *
 * @param baseUrl where all requests go, in place of what the documents say
 * @returns the hosts, and the operations of services whose host differs from caller to caller
 */
export function hostsOf(
  operations: readonly DocumentOperation[],
  baseUrl?: string,
): { readonly hosts: readonly Host[]; readonly homeless: readonly DocumentOperation[] } {
  const byUrl = new Map<string | undefined, DocumentOperation[]>();
  for (const operation of operations) {
    const url = baseUrl ?? baseUrlOf(operation);
    byUrl.set(url, [...(byUrl.get(url) ?? []), operation]);
  }
  const hosts = [...byUrl].flatMap(([url, own]) =>
    url === undefined ? [] : [{ baseUrl: url, operations: own }],
  );
  return { hosts, homeless: byUrl.get(undefined) ?? [] };
}

/** What a document says of the host of an operation: `x-base-url`, else its first server, if that is an address and no template. */
function baseUrlOf({ document, servers: [server] }: DocumentOperation): string | undefined {
  const url = document.content["x-base-url"] ?? server?.url;
  return url !== undefined && /^https?:\/\/[^{}]+$/.test(url) ? url : undefined;
}
