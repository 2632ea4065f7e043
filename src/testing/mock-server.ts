import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { startPrism, type MockServer } from "./prism.js";

export interface MockServerOptions {
  /**
   * The OpenAPI documents to answer from: paths or file URLs.
   *
   * Default: all that this package holds, which is what `createClient()` knows.
   */
  documents?: readonly (string | URL)[];
  /** The one document to answer from, in place of `documents`. */
  document?: string | URL;
}

/**
 * Starts a mock of Confluent Cloud that answers from OpenAPI documents, to test your own code against: Prism, on a free
 * port of 127.0.0.1. It checks every request against the documents, and any credentials will do. `Prefer` chooses the
 * answer: a status (`code=429`), or one of the document's named examples (`example=empty-page`).
 *
 * Needs the package `@stoplight/prism-cli`, and Node.
 *
 * @throws {Error} when Prism is not installed, or cannot read a document
 * @example
 * const server = await startMockServer();
 * const confluent = createClient({ baseUrl: server.url, auth: apiKey({ key: "any", secret: "any" }) });
 * await confluent.pim.v1.integrations.get("cspi-00000", { environment }, { headers: { Prefer: "code=404" } }); // NotFoundError
 * await server.close();
 */
export async function startMockServer({
  document,
  documents = document === undefined ? undefined : [document],
}: MockServerOptions = {}): Promise<MockServer> {
  const served = documents ?? (await bundledDocuments());
  if (served.length === 0) throw new Error("startMockServer: `documents` is empty; which are to be served?");
  return startPrism(served.map((place) => (place instanceof URL ? fileURLToPath(place) : place)));
}

async function bundledDocuments(): Promise<readonly URL[]> {
  const folder = new URL("../../openapi/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => /(?<!\.overlay)\.yaml$/.test(name));
  return names.sort().map((name) => new URL(name, folder));
}
