import { fileURLToPath } from "node:url";
import { bundledDocuments } from "./bundled-documents.js";
import { startPrism, type MockServer } from "./prism.js";

/** What `startMockServer` serves. */
export interface MockServerOptions {
  /**
   * The OpenAPI documents to serve: paths or file URLs.
   *
   * @default the documents in this package, which `createClient()` knows
   */
  documents?: readonly (string | URL)[];
  /** A single document, in place of `documents`. */
  document?: string | URL;
  /**
   * The port on 127.0.0.1.
   *
   * @default 0, which takes a free one
   */
  port?: number;
  /**
   * Whether pages of other origins may call it from a browser.
   *
   * @default false
   */
  cors?: boolean;
}

/**
 * Starts a mock of Confluent Cloud for the tests of your own code: Prism, on a free port of 127.0.0.1. It responds with
 * the examples of OpenAPI documents and checks every request against them; any credentials will do.
 *
 * The request header `Prefer` chooses a response: a status (`code=429`), or a named example of the document
 * (`example=empty-page`). Lists end: the second page is the document's example `last-page`, else one without a next page.
 *
 * Needs Node, and the package `@stoplight/prism-cli`.
 *
 * @throws {Error} when Prism is not installed, when it cannot read a document, or when `documents` is empty
 * @example
 * const server = await startMockServer();
 * const confluent = createClient({ baseUrl: server.url, auth: apiKey({ key: "any", secret: "any" }) });
 * await confluent.pim.v1.integrations.get("cspi-00000", { environment }, { headers: { Prefer: "code=404" } }); // NotFoundError
 * await server.close();
 */
export async function startMockServer({
  document,
  documents = document === undefined ? undefined : [document],
  port = 0,
  cors = false,
}: MockServerOptions = {}): Promise<MockServer> {
  const served = documents ?? bundledDocuments();
  if (served.length === 0)
    throw new Error("startMockServer: `documents` is empty; name at least one document");
  const files = served.map((place) => (place instanceof URL ? fileURLToPath(place) : place));
  return startPrism(files, { port, cors });
}
