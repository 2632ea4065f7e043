import { bundledDocuments } from "./bundled-documents.js";
import { readSource, type DocumentSource } from "./document/document-source.js";
import { startPrism, type MockServer } from "./prism.js";
import { SetupError } from "./setup-error.js";

/** What `startMockServer` serves. */
export interface MockServerOptions {
  /**
   * The OpenAPI documents to serve. No two may describe the same operation, and none may refer to another file.
   *
   * @default the documents in this package: all services, those with hosts of their own too
   * @example ["kafka.yaml", new URL("shed.json", import.meta.url), { name: "barn", text: "openapi: 3.0.3\n..." }]
   */
  documents?: readonly DocumentSource[];
  /**
   * A single document. It does not go with `documents`.
   *
   * @default none: `documents` says what is served
   */
  document?: DocumentSource;
  /**
   * The port on 127.0.0.1: 0 to 65535.
   *
   * @default 0, which takes a free one
   */
  port?: number;
  /**
   * Whether pages of other origins may call it from a browser: it answers their preflights, and allows their origin.
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
 * @throws {SetupError} when Prism is not installed, when a document cannot be read or served, when `documents` is empty or goes
 * with `document`, and when the port is in use
 * @example
 * const server = await startMockServer();
 * const confluent = createClient({ baseUrl: server.url, auth: apiKey({ key: "any", secret: "any" }) });
 * await confluent.pim.v1.integrations.get("cspi-00000", { environment }, { headers: { Prefer: "code=404" } }); // NotFoundError
 * await server.close();
 */
export async function startMockServer({
  document,
  documents,
  port = 0,
  cors = false,
}: MockServerOptions = {}): Promise<MockServer> {
  if (document !== undefined && documents !== undefined)
    throw new SetupError("startMockServer: `document` and `documents` are both given; one is enough");
  const served = documents ?? (document === undefined ? bundledDocuments() : [document]);
  if (served.length === 0)
    throw new SetupError("startMockServer: `documents` is empty; name at least one document");
  return startPrism(served.map(readSource), { port, cors });
}
