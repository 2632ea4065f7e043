import type { Fetch } from "../../../index.js";
import type { DocumentOperation } from "../../document/operations.js";
import { ContractError } from "../contract-error.js";
import type { OperationExchange } from "../exchange.js";
import { isPaged, itemsOf, pageOf } from "../pages/page.js";
import { jsonOf } from "../json-body.js";
import type { Host } from "./hosts.js";
import { KnownValues } from "./known-values.js";
import { planCall, type Parameters } from "./plan.js";
import type { BodyLimits } from "./read-body.js";
import { createRecorder, SPENT, type Recorder } from "./recorder.js";

/** The part of a client that is used here: its paths are not known to the compiler. */
export interface PathClient {
  readonly GET: (path: string, init: object) => Promise<unknown>;
}

export interface WalkOptions {
  /** Values for parameters, by their names. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly maxRequests: number;
  /** Whether no credentials are sent. */
  readonly isOpen: boolean;
  /** Creates a client of the SDK. */
  readonly connect: (baseUrl: string, fetch: Fetch) => PathClient;
  readonly fetch: Fetch;
  /** How much of a body is read: see `readBody`. */
  readonly bodyLimits?: BodyLimits;
  readonly onProgress: (text: string) => void;
}

/** An operation that was not called, or gave no response, and why. */
export interface Skipped {
  readonly operation: DocumentOperation;
  readonly reason: string;
  /** Whether it was called, and the service gave no response. */
  readonly isUnanswered?: true;
}

export interface Walk {
  readonly exchanges: readonly OperationExchange[];
  readonly skipped: readonly Skipped[];
  readonly requests: number;
}

/**
 * Reads services: every GET operation once, lists first, then one of the things that they list. A list is read as far as its
 * second page, with pages of one item if it has only one. Requests go through the pipeline of the SDK: credentials, rate limit
 * and retries are those of every client.
 *
 * @throws {ContractError} when a service cannot be reached, responds no longer, or refuses the credentials
 */
export async function walkServices(hosts: readonly Host[], options: WalkOptions): Promise<Walk> {
  const known = new KnownValues(options.parameters);
  const recorder = createRecorder(options.fetch, options.maxRequests, options.bodyLimits);
  const exchanges: OperationExchange[] = [];
  const skipped: Skipped[] = [];
  for (const host of hosts) {
    const walker = new HostWalker(host, known, recorder, options);
    skipped.push(...(await walker.walk()));
    exchanges.push(...walker.exchanges);
  }
  return { exchanges, skipped, requests: recorder.sent() };
}

/** After so many refusals, and nothing else, the rest is not tried. */
const MAX_REFUSALS = 3;

/** After so many requests without a response, one after another, the rest is not tried: each takes minutes. */
const MAX_UNANSWERED = 3;

const UNANSWERED: Readonly<Record<string, string>> = {
  ConnectionError: "no response: the connection failed, or broke off",
  TimeoutError: "no response within the time that a call has",
};

class HostWalker {
  readonly exchanges: OperationExchange[] = [];
  readonly #client: PathClient;
  readonly #failed: Skipped[] = [];
  /** How many of the last requests had no response. */
  #unanswered = 0;

  constructor(
    readonly host: Host,
    readonly known: KnownValues,
    readonly recorder: Recorder,
    readonly options: WalkOptions,
  ) {
    this.#client = options.connect(host.baseUrl, recorder.fetch);
  }

  /** Calls what can be called, again and again: what one response holds opens other operations. */
  async walk(): Promise<readonly Skipped[]> {
    let pending = this.host.operations.filter(({ method }) => method === "GET").sort(listsFirst);
    for (let hasCalled = true; hasCalled;) {
      hasCalled = false;
      const left: DocumentOperation[] = [];
      for (const operation of pending) {
        const { calls } = planCall(operation, this.known);
        if (calls.length === 0 || this.recorder.isSpent()) left.push(operation);
        else {
          const before = this.exchanges.length;
          await this.#call(operation, calls);
          // The last request may have been one too many.
          if (this.exchanges.length === before && this.recorder.isSpent()) left.push(operation);
          hasCalled = true;
        }
      }
      pending = left;
    }
    this.#refuseRefusals(1);
    const left = pending.map((operation) => ({ operation, reason: this.#reason(operation) }));
    return [...this.#failed, ...left];
  }

  #reason(operation: DocumentOperation): string {
    const { missing } = planCall(operation, this.known);
    if (missing.length === 0) return `--max-requests ${this.options.maxRequests} was reached`;
    return `no value is known for ${missing.join(", ")}: --param gives one`;
  }

  /** Calls an operation with the parameters that find something, or with the last of them. */
  async #call(operation: DocumentOperation, calls: readonly Parameters[]): Promise<void> {
    this.options.onProgress(`${operation.method} ${operation.path}`);
    for (const parameters of calls) {
      const exchange = await this.#send(operation, parameters);
      if (!exchange) return;
      const items = exchange.status === 200 ? itemsOf(jsonOf(exchange)) : undefined;
      if (items?.length === 0) continue;
      if (isPaged(operation)) await this.#readOn(exchange, parameters);
      return;
    }
  }

  /** Reads the second page of a list, if need be of one with pages of one item. */
  async #readOn(first: OperationExchange, parameters: Parameters): Promise<void> {
    const { operation } = first;
    const page = pageOf(first);
    if (!page) return;
    if (page.next !== undefined) {
      await this.#send(operation, withQuery(parameters, { page_token: page.next }));
      return;
    }
    const size = operation.parameters.find(
      ({ in: place, name }) => place === "query" && /^(page_size|limit)$/.test(name),
    );
    if (page.items.length < 2 || !size) return;
    const small = withQuery(parameters, { [size.name]: "1" });
    const exchange = await this.#send(operation, small);
    const next = exchange && pageOf(exchange)?.next;
    if (next !== undefined) await this.#send(operation, withQuery(small, { page_token: next }));
  }

  /** Sends a request. What came of it is in the recorded exchanges; it returns the last of its own. */
  async #send(
    operation: DocumentOperation,
    { path, query, headers: header }: Parameters,
  ): Promise<OperationExchange | undefined> {
    const init = {
      params: { path, query, header },
      signal: this.recorder.signal,
      // What a redirect leads to is not a response of this operation.
      ...(declaresRedirect(operation) && { redirect: "manual" }),
    };
    let failure: Error | undefined;
    await this.#client.GET(operation.path, init).catch((error: unknown) => {
      if (error instanceof Error) failure = error;
      else if (error !== SPENT) throw error;
    });
    const recorded = await this.recorder.take();
    // A body that broke off once, and came the next time, is no drift.
    const whole = recorded.filter(({ broken }) => broken !== "body-truncated");
    const found = (whole.length > 0 ? whole : recorded.slice(-1)).map((exchange) => ({
      ...exchange,
      operation,
      parameters: path,
    }));
    this.exchanges.push(...found);
    for (const exchange of found) this.known.add(exchange);
    // What the SDK refuses to read was recorded all the same.
    if (found.length > 0) this.#unanswered = 0;
    else if (failure) this.#fail(operation, failure);
    this.#refuseRefusals(MAX_REFUSALS);
    return found.at(-1);
  }

  /** Notes why there is no response; not in the words of the error, which may have values of the service in them. */
  #fail(operation: DocumentOperation, { name, message }: Error): void {
    const reason = UNANSWERED[name];
    if (reason === undefined) {
      this.#failed.push({ operation, reason: "not sent: the SDK refuses a value that the service lists" });
      return;
    }
    const { baseUrl } = this.host;
    if (this.exchanges.length === 0) throw new ContractError(`${baseUrl} cannot be reached: ${message}`);
    if (++this.#unanswered === MAX_UNANSWERED)
      throw new ContractError(`${baseUrl} responds no longer: ${message}`);
    this.#failed.push({ operation, reason, isUnanswered: true });
  }

  /** @param least how many refusals tell that the credentials are wrong, where there is nothing else */
  #refuseRefusals(least: number): void {
    if (this.exchanges.length >= least && this.exchanges.every(({ status }) => status === 401)) {
      const problem = this.options.isOpen
        ? "wants credentials, and --no-auth sends none"
        : "refuses the credentials";
      throw new ContractError(`${this.host.baseUrl} ${problem}: every response is a 401`);
    }
  }
}

/** Those with fewer parameters first: they list what the others want. */
function listsFirst(one: DocumentOperation, other: DocumentOperation): number {
  return countParameters(one) - countParameters(other);
}

function countParameters({ segments }: DocumentOperation): number {
  return segments.filter((segment) => segment.includes("{")).length;
}

function declaresRedirect({ responses }: DocumentOperation): boolean {
  return Object.keys(responses).some((status) => status.startsWith("3"));
}

function withQuery(parameters: Parameters, more: Readonly<Record<string, string>>): Parameters {
  return { ...parameters, query: { ...parameters.query, ...more } };
}
