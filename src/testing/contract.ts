/** What the command `confluent-cloud-sdk contract` loads when it runs. It calls the service through the compiled SDK. */
import { ConfigurationError, createClient, noAuth } from "../index.js";
import type { Fetch } from "../index.js";
import { checkService as check, type ServiceOptions } from "./contract/check-service.js";
import { ContractError } from "./contract/contract-error.js";
import type { NamedText } from "./document/document-source.js";
import type { ContractReport } from "./contract/report.js";

export { checkRecording } from "./contract/check-recording.js";
export { parameterNames } from "./contract/parameter-names.js";

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
 * @throws {SetupError} when a document cannot be used
 * @throws {ContractError} when the service cannot be reached, or there are
 * no credentials for it, or it refuses them
 * @throws {ConfigurationError} when the base URL, or a credential in the environment, cannot be used
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
    isOpen,
    onProgress,
    fetch: send,
    connect: (baseUrl, recorder) =>
      connected(baseUrl, () =>
        createClient({
          api: { operations: {} },
          baseUrl,
          fetch: recorder,
          userAgent: "contract",
          ...(isOpen && { auth: noAuth() }),
        }),
      ),
  });
}

const VARIABLES = "CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET";

/** What the SDK says of missing credentials is for programs: a user of the command has variables and options. */
function connected<Client>(baseUrl: string, connect: () => Client): Client {
  try {
    return connect();
  } catch (error) {
    const isMissing = error instanceof ConfigurationError && error.message.startsWith("No credentials");
    if (!isMissing) throw error;
    const advice = error.message.startsWith("No credentials for")
      ? ` for ${new URL(baseUrl).hostname}: those in ${VARIABLES} are sent to Confluent's own hosts alone; --no-auth sends none, and --har reads a recording instead`
      : `: set ${VARIABLES}, or pass --no-auth to send none`;
    throw new ContractError(`No credentials${advice}`);
  }
}
