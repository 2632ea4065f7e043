import { fileURLToPath } from "node:url";
import { startPrism, type RunningPrism } from "./prism.js";

export interface MockServerOptions {
  /**
   * The OpenAPI document to answer from: a path or a file URL.
   *
   * Default: this package's `openapi/pim-v1.yaml`.
   */
  document?: string | URL;
}

/**
 * Starts a mock of Confluent Cloud that answers from an OpenAPI document, to test your own code against: Prism, on a
 * free port of 127.0.0.1. It checks every request against the document, and any credentials will do. `Prefer` chooses
 * the answer: a status (`code=429`), or one of the document's named examples (`example=empty-page`).
 *
 * Needs the package `@stoplight/prism-cli`, and Node.
 *
 * @throws {Error} when Prism is not installed, or cannot read the document
 * @example
 * const server = await startMockServer();
 * const confluent = createClient({ baseUrl: server.url, auth: apiKey({ key: "any", secret: "any" }) });
 * await confluent.pim.v1.integrations.get("cspi-00000", { environment }, { headers: { Prefer: "code=404" } }); // NotFoundError
 * await server.close();
 */
export async function startMockServer({ document }: MockServerOptions = {}): Promise<RunningPrism> {
  const path = document ?? new URL("../../openapi/pim-v1.yaml", import.meta.url);
  return startPrism(["mock", path instanceof URL ? fileURLToPath(path) : path]);
}
