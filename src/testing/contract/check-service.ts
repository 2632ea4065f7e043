import { checkAll } from "./check-all.js";
import type { NamedText } from "../document/document-source.js";
import { readOperations } from "../document/read-operations.js";
import { checkedOperations, nameOf, type ContractReport } from "./report.js";
import { hostsOf } from "./walk/hosts.js";
import { walkServices, type Skipped, type WalkOptions } from "./walk/walk.js";

export interface ServiceOptions extends WalkOptions {
  /** Where all requests go; else each to the host that its document names. */
  readonly baseUrl?: string | undefined;
}

const NO_HOST = "its document names no host, or none that is everybody's: --base-url names one";

/**
 * Reads a service with GET alone, and holds every response against the documents.
 *
 * @throws {SetupError} when a document cannot be used
 * @throws {ContractError} when the service cannot be reached, or it refuses the credentials
 */
export async function checkService(
  documents: readonly NamedText[],
  { baseUrl, ...options }: ServiceOptions,
): Promise<ContractReport> {
  const { hosts, homeless } = hostsOf(readOperations(documents), baseUrl);
  const { exchanges, skipped } = await walkServices(hosts, options);
  const withoutHost: readonly Skipped[] = homeless
    .filter(({ method }) => method === "GET")
    .map((operation) => ({ operation, reason: NO_HOST }));
  return {
    drifts: checkAll(exchanges),
    operations: checkedOperations(exchanges),
    skipped: [...skipped, ...withoutHost].map(({ operation, ...why }) => ({
      operation: nameOf(operation),
      document: operation.document.file,
      ...why,
    })),
    foreign: 0,
    unread: [],
  };
}
