import type { Fetch } from "../../index.js";
import { suggest } from "../../util/suggest.js";
import { openDocuments } from "../document/open-documents.js";
import { FakeServer } from "./fake-server.js";
import type { FakeOperations } from "./fake-operations.js";
import type { FakeResource, FakeResourceName, DeepPartial } from "./fake-resources.js";
import type { FailOptions, Fault, FaultOptions } from "./faults.js";
import type { FakeHandler, OperationId } from "./handlers.js";
import type { RateLimitOptions } from "./rate-limiter.js";
import type { RecordedRequest } from "./recorded-request.js";
import { seedItems } from "./seed.js";

/** Settings of a fake. */
export interface FakeOptions {
  /**
   * The OpenAPI documents that it is made from: paths or file URLs.
   *
   * @default the documents in this package
   */
  documents?: readonly (string | URL)[];
  /**
   * The time in milliseconds since 1970, for what is created and for rate limits.
   *
   * @default Date.now, which fake timers replace
   */
  now?: () => number;
}

/** A fake of Confluent Cloud, in the process of its test. */
export interface FakeConfluent {
  /** For `createClient({ fetch: fake.fetch })`. It takes what the platform's `fetch` takes, and sends nothing. */
  readonly fetch: Fetch & typeof globalThis.fetch;
  /** Every request, in order, with its secrets redacted. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Puts resources there. Members that are left out are filled in with the document's examples.
   *
   * @param name the way to the resource on a client, such as `pim.v1.integrations`
   * @param parents the path parameters of what it belongs to, such as `{ cluster_id: "lkc-00000" }`
   * @returns the resources as the API shows them
   * @throws {Error} for a name that is not known, with one that is near
   * @example const [role] = fake.seed("pim.v1.integrations", [{ display_name: "logs" }]);
   */
  seed<Name extends FakeResourceName>(
    name: Name,
    items: readonly DeepPartial<FakeResource<Name>>[],
    parents?: Readonly<Record<string, string>>,
  ): FakeResource<Name>[];
  /**
   * Responds to an operation by hand, instead of with what the fake holds. A handler that returns undefined leaves the request
   * to the fake. The handler that was given last is asked first.
   *
   * @example fake.on("getPimV1Integration", () => ({ status: 404, body: { errors: [] } }));
   */
  on<Id extends OperationId>(operation: Id, handler: FakeHandler<FakeOperations[Id]>): void;
  /** The requests for an operation, in order. */
  requestsOf(operation: OperationId): readonly RecordedRequest[];
  /**
   * Lets the next request fail, with a status in the shape of its document, or without a response (`"network"`).
   *
   * @example fake.fail(503, { operation: "listPimV1Integrations" }).times(2);
   */
  fail(status: number | "network", options?: FailOptions): Fault;
  /** Lets the response to the next request wait. Only this uses a timer. */
  delay(ms: number, options?: FaultOptions): Fault;
  /** Lets the body of the next response break off in the middle. */
  truncate(options?: FaultOptions): Fault;
  /** Refuses more requests than a limit, with the headers that say when there may be more. */
  rateLimit(options: RateLimitOptions): void;
  /** Refuses the bearer token in use, or the next one when there was none yet: 401, until there is another. */
  expireToken(): void;
  /**
   * Checks that nothing happened that the test did not expect.
   *
   * @throws {Error} that names requests that no document knows or allows, responses by hand that their documents do not allow,
   * and faults that did not happen
   */
  assertDone(): void;
  /** Forgets everything: resources, handlers, faults and requests. */
  reset(): void;
}

/**
 * A fake of Confluent Cloud for the tests of your own code: a `fetch` that holds resources, without port or network. It is made
 * from the OpenAPI documents, for every service. What is created can be listed, read, updated and deleted; a request that its
 * document does not allow is refused with a message that names the place.
 *
 * Needs Node, and the packages `ajv` and `ajv-formats`; for documents in YAML `js-yaml`, too.
 *
 * @throws {Error} when one of the given documents cannot be used
 * @example
 * const fake = createFakeConfluent();
 * const confluent = createClient({ fetch: fake.fetch, auth: apiKey({ key: "any", secret: "any" }) });
 * fake.seed("org.v2.environments", [{ display_name: "prod" }]);
 * await confluent.org.v2.environments.list().toArray(); // one
 */
export function createFakeConfluent({ documents: files, now = Date.now }: FakeOptions = {}): FakeConfluent {
  const documents = openDocuments(files);
  const server = new FakeServer(documents, now);
  const { faults } = server;
  const check = (id: string | undefined): void => {
    if (id === undefined || documents.operation(id)) return;
    const near = suggest(
      id,
      documents.operations().map((operation) => operation.id),
    );
    throw new Error(`There is no operation ${id}${near === undefined ? "" : `; did you mean ${near}?`}`);
  };
  // Held against the type of every operation, it would take the compiler's patience.
  const on: unknown = (id: string, handler: (request: never) => unknown): void => {
    check(id);
    server.handle(id, handler);
  };
  return {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => server.respond(new Request(input, init)),
    get requests() {
      return server.requests;
    },
    seed: (name, items, parents = {}) =>
      seedItems(documents, server.store, name, items, parents, server.now()) as FakeResource<typeof name>[],
    on: on as never,
    requestsOf: (id) => {
      check(id);
      return server.requests.filter(({ operation }) => operation === id);
    },
    fail: (status, options = {}) => {
      if (status !== "network" && !(Number.isInteger(status) && status >= 400 && status <= 599))
        throw new Error(`fail: the status must be 400 to 599, or "network", not ${status}`);
      check(options.operation);
      return faults.add("fail", { ...options, status });
    },
    delay: (ms, options = {}) => {
      check(options.operation);
      return faults.add("delay", { ...options, ms });
    },
    truncate: (options = {}) => {
      check(options.operation);
      return faults.add("truncate", options);
    },
    rateLimit: (options) => server.rateLimiter.set(options),
    expireToken: () => server.tokens.expire(),
    assertDone: () => {
      const problems = [
        ...server.problems,
        ...faults.unused().map((fault) => `A fault did not happen: ${fault}`),
      ];
      if (problems.length > 0)
        throw new Error(`The fake saw what was not expected:\n- ${problems.join("\n- ")}`);
    },
    reset: () => server.reset(),
  };
}
