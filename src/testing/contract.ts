/** What the command `confluent-cloud-sdk contract` loads when it runs. It calls the service through the compiled SDK. */
import { createClient, noAuth } from "../index.js";
import type { Fetch } from "../index.js";
import { checkService as check, type ServiceOptions } from "./contract/check-service.js";
import type { NamedText } from "./document/document-source.js";
import type { ContractReport } from "./contract/report.js";

export { checkRecording } from "./contract/check-recording.js";

export interface CallerOptions extends Pick<
  ServiceOptions,
  "baseUrl" | "parameters" | "maxRequests" | "bodyLimits"
> {
  /** True to send no credentials. Those of the environment are sent unless set. */
  readonly isOpen?: boolean;
  /** What sends the requests. */
  readonly fetch?: Fetch;
  readonly onProgress?: (text: string) => void;
}

/**
 * Reads a service with GET alone, and holds every response against the documents.
 *
 * @throws {ContractError} when a document cannot be used, the service cannot be reached, or it refuses the credentials
 * @throws {ConfigurationError} when there are no credentials for the service
 */
export async function checkService(
  documents: readonly NamedText[],
  {
    isOpen = false,
    fetch: send = (request, init) => fetch(request, init),
    onProgress = () => undefined,
    ...options
  }: CallerOptions,
): Promise<ContractReport> {
  return check(documents, {
    ...options,
    onProgress,
    fetch: send,
    connect: (baseUrl, recorder) =>
      createClient({
        api: { operations: {} },
        baseUrl,
        fetch: recorder,
        userAgent: "contract",
        ...(isOpen && { auth: noAuth() }),
      }),
  });
}
