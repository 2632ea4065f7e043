import type { Fetch } from "../../index.js";
import { suggest } from "../../util/suggest.js";
import type { DocumentSource } from "../document/document-source.js";
import { openDocuments } from "../document/open-documents.js";
import { SetupError } from "../setup-error.js";
import { FakeServer } from "./fake-server.js";
import type { FakeOperations } from "./fake-operations.js";
import type { FakeResource, FakeResourceName, DeepPartial } from "./fake-resources.js";
import type { FailOptions, Fault, FaultOptions } from "./faults.js";
import type { FakeHandler, OperationId } from "./handlers.js";
import type { RateLimitOptions } from "./rate-limiter.js";
import { copyOf, type RecordedRequest } from "./recorded-request.js";
import { unsendableHeader } from "./response-headers.js";
import { seedItems } from "./seed.js";
import { unlessAborted } from "./wait-for.js";

/** A timer of more milliseconds would end at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Settings of a fake. */
export interface FakeOptions {
  /**
   * The OpenAPI documents that it is made from. No two may describe the same operation, and none may refer to another file.
   *
   * @default the documents in this package, each of which is read when a request is for it
   * @example ["kafka.yaml", new URL("shed.json", import.meta.url), { name: "barn", text: "openapi: 3.0.3\n..." }]
   */
  documents?: readonly DocumentSource[];
  /**
   * Gives the time in milliseconds since 1970, for what is created and for rate limits.
   *
   * @default () => Date.now(), which fake timers replace
   * @example createFakeConfluent({ now: () => Date.UTC(2025, 0, 31) })
   */
  now?: () => number;
}

/** A fake of Confluent Cloud, in the process of its test. */
export interface FakeConfluent {
  /**
   * For `createClient({ fetch: fake.fetch })`. It takes what the platform's `fetch` takes, and sends nothing. A request for what
   * no document knows is a 404 or a 405; an aborted one rejects with its signal's reason.
   */
  readonly fetch: Fetch & typeof globalThis.fetch;
  /**
   * Every request until now, in order, with its secrets redacted. Copies: later requests are not among them, and what a test does
   * to them changes no record.
   */
  readonly requests: readonly RecordedRequest[];
  /**
   * Puts resources there. Members that are left out are filled in with the document's examples.
   *
   * @param name the way to the resource on a client, such as `pim.v1.integrations`
   * @param parents the path parameters of what it belongs to, such as `{ cluster_id: "lkc-00000" }`; none, unless given
   * @returns copies of the resources, as the API shows them
   * @throws {Error} for a name that is not known, with one that is near; for a resource that the document does not allow, or two
   * with the same key, with the place; and for a parent that is missing or does not fit. Nothing is put there then
   * @example const [role] = fake.seed("pim.v1.integrations", [{ display_name: "logs" }]);
   */
  seed<Name extends FakeResourceName>(
    name: Name,
    items: readonly DeepPartial<FakeResource<Name>>[],
    parents?: Readonly<Record<string, string>>,
  ): FakeResource<Name>[];
  /**
   * Responds to an operation by hand, instead of with what the fake holds. A handler that returns undefined leaves the request
   * to the fake. The handler that was given last is asked first. It stays until `reset()`.
   *
   * @throws {Error} for an operation that there is not, with one that is near
   * @example fake.on("getPimV1Integration", () => ({ status: 404, body: { errors: [] } }));
   */
  on<Id extends OperationId>(operation: Id, handler: FakeHandler<FakeOperations[Id]>): void;
  /**
   * The requests for an operation until now, in order: copies, as those of `requests`.
   *
   * @throws {Error} for an operation that there is not, with one that is near
   */
  requestsOf(operation: OperationId): readonly RecordedRequest[];
  /**
   * Lets the next request fail, with a status in the shape of its document, or without a response (`"network"`): then `fetch`
   * rejects with a `TypeError`.
   *
   * @param status 400 to 599, or `"network"`
   * @throws {Error} for another status, for what is no `Retry-After` or no header, and for an operation that there is not
   * @example fake.fail(503, { operation: "listPimV1Integrations" }).times(2);
   */
  fail(status: number | "network", options?: FailOptions): Fault;
  /**
   * Lets the response to the next request wait. Only this uses a timer.
   *
   * @param ms milliseconds, 0 to 2147483647
   * @throws {Error} for another number, and for an operation that there is not
   * @example fake.delay(5_000).always();
   */
  delay(ms: number, options?: FaultOptions): Fault;
  /**
   * Lets the body of the next response that has one break off in the middle, as when the connection is lost.
   *
   * @throws {Error} for an operation that there is not
   * @example fake.truncate({ operation: "listPimV1Integrations" });
   */
  truncate(options?: FaultOptions): Fault;
  /**
   * Refuses more requests than a limit: 429, with the headers that say when there may be more. There is no limit until then, and
   * after `reset()`. `assertDone()` does not wait for it to be reached.
   *
   * @throws {Error} for a limit that is no whole number, or a window that takes no time
   * @example fake.rateLimit({ limit: 2, windowSeconds: 10 });
   */
  rateLimit(options: RateLimitOptions): void;
  /**
   * Refuses the bearer token in use, or the next one when there was none yet: 401, until there is another. It happened when a
   * request was refused for it.
   *
   * @example fake.expireToken(); // the next call asks for a new token
   */
  expireToken(): void;
  /**
   * Checks that nothing happened that the test did not expect.
   *
   * @throws {Error} that names requests that no document knows or allows, handlers that threw, responses by hand
   * that their documents do not allow, and faults that did not happen: those of `fail`, `delay` and `truncate` but for
   * `.always()`, and of `expireToken`
   * @example afterEach(() => fake.assertDone());
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
 * @throws {SetupError} when one of the given documents cannot be used, when two describe the same operation, and when `documents`
 * is empty
 * @example
 * const fake = createFakeConfluent();
 * const confluent = createClient({ fetch: fake.fetch, auth: apiKey({ key: "any", secret: "any" }) });
 * fake.seed("org.v2.environments", [{ display_name: "prod" }]);
 * await confluent.org.v2.environments.list().toArray(); // one
 */
export function createFakeConfluent({
  documents: files,
  now = () => Date.now(),
}: FakeOptions = {}): FakeConfluent {
  if (files?.length === 0)
    throw new SetupError("createFakeConfluent: `documents` is empty; name at least one document");
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
    server.handlers.add(id, handler);
  };
  return {
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      return unlessAborted(server.respond(request), request.signal);
    },
    get requests() {
      return server.requests.map(copyOf);
    },
    seed: (name, items, parents = {}) =>
      seedItems(documents, server.store, name, items, parents, server.now()) as FakeResource<typeof name>[],
    on: on as never,
    requestsOf: (id) => {
      check(id);
      return server.requests.filter(({ operation }) => operation === id).map(copyOf);
    },
    fail: (status, options = {}) => {
      if (status !== "network" && !(Number.isInteger(status) && status >= 400 && status <= 599))
        throw new Error(`fail: the status must be 400 to 599, or "network", not ${status}`);
      const { operation, retryAfterSeconds: seconds, headers = {} } = options;
      if (seconds !== undefined && !(Number.isInteger(seconds) && seconds >= 0))
        throw new Error(
          `fail: \`retryAfterSeconds\` must be a whole number, zero or more, not ${seconds}; a date is for \`headers\``,
        );
      const header = unsendableHeader(headers);
      if (header !== undefined)
        throw new Error(
          `fail: the header ${JSON.stringify(header)} cannot be sent: its name or its value is none`,
        );
      check(operation);
      return faults.add("fail", { ...options, status });
    },
    delay: (ms, options = {}) => {
      if (!(ms >= 0 && ms <= MAX_TIMER_MS))
        throw new Error(`delay: the milliseconds must be 0 to ${MAX_TIMER_MS}, not ${ms}`);
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
        ...[...faults.unused(), ...server.tokens.unused()].map((fault) => `A fault did not happen: ${fault}`),
      ];
      if (problems.length > 0)
        throw new Error(`The fake saw what was not expected:\n- ${problems.join("\n- ")}`);
    },
    reset: () => server.reset(),
  };
}
