import type { DocumentSet } from "../document/open-documents.js";
import type { Match } from "../document/match-operation.js";
import type { DocumentOperation } from "../document/operations.js";
import type { DeclaredResponse } from "../document/schema.js";
import { answer } from "./answer.js";
import { checkForm, checkPatch, checkRequest } from "./check-request.js";
import { checkSecurity } from "./check-security.js";
import { successOf } from "./success.js";
import { failureOf } from "./failure-body.js";
import { Faults, type FailOptions } from "./faults.js";
import { HandMadeResponses } from "./hand-made-responses.js";
import { NoNetworkError } from "./no-network-error.js";
import { FakeRateLimiter, rateLimitHeaders } from "./rate-limiter.js";
import { violationsHeader } from "./prism-violations.js";
import { readBody, type ReadBody } from "./read-body.js";
import { readParameters, type RequestParameters } from "./read-parameters.js";
import { recordOf, type RecordedRequest } from "./recorded-request.js";
import { invalid, malformed, Refusal } from "./refusal.js";
import { locationHeader, lowerCaseNames, requestIdFor } from "./response-headers.js";
import { Store } from "./store.js";
import { toResponse, truncated, type ResponseParts } from "./to-response.js";
import { Tokens } from "./tokens.js";
import { waitFor } from "./wait-for.js";

/** A request that was read. */
interface Incoming {
  readonly request: Request;
  readonly url: URL;
  readonly operation: DocumentOperation;
  readonly parameters: RequestParameters;
  readonly body: ReadBody;
  readonly requestId: string;
}

/** The road of a request through a fake: recorded, let fail, checked, and answered. */
export class FakeServer {
  readonly store: Store = new Store();
  readonly faults: Faults = new Faults();
  readonly rateLimiter: FakeRateLimiter = new FakeRateLimiter();
  readonly tokens: Tokens = new Tokens();
  readonly requests: RecordedRequest[] = [];
  readonly problems: string[] = [];
  readonly handlers: HandMadeResponses = new HandMadeResponses(this.problems);
  #count = 0;

  constructor(
    readonly documents: DocumentSet,
    readonly epochMs: () => number,
  ) {}

  /** The time, as documents write it. */
  now(): string {
    return new Date(this.epochMs()).toISOString();
  }

  reset(): void {
    this.store.clear();
    this.faults.clear();
    this.rateLimiter.set(undefined);
    this.tokens.clear();
    this.requests.length = 0;
    this.problems.length = 0;
    this.handlers.clear();
    this.#count = 0;
  }

  async respond(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    this.tokens.note(request.headers);
    const url = new URL(request.url);
    const query = Object.fromEntries(url.searchParams);
    const match = this.documents.match({ method: request.method, pathname: url.pathname, query });
    const requestId = `fake-request-${String(++this.#count).padStart(5, "0")}`;
    if (!match || !("operation" in match)) return this.#unknown(request, url, match, requestId);
    const { operation } = match;
    const parameters = readParameters(operation, match.parameters, url.searchParams, request.headers);
    const body = await readBody(request, operation.body);
    const record = recordOf(request, url, { operation, parameters, body });
    this.requests.push(record);
    const response = await this.#serve({ request, url, operation, parameters, body, requestId });
    record.status = response.status;
    // What has no body cannot break off in the middle of it.
    const isTruncated = response.body !== null && this.faults.take("truncate", operation.id) !== undefined;
    return isTruncated ? truncated(response) : response;
  }

  /** A request that no document knows. */
  #unknown(request: Request, url: URL, match: Match, requestId: string): Response {
    const status = match ? 405 : 404;
    const allowed = match && "allowed" in match ? match.allowed : [];
    const detail = match
      ? `${request.method} ${url.pathname} is no operation; the path has ${allowed.join(", ")}.`
      : `No document has the path ${url.pathname}.`;
    this.problems.push(detail);
    this.requests.push({ ...recordOf(request, url), status });
    const body = { errors: [{ id: requestId, status: String(status), detail }] };
    const allow = match ? { allow: allowed.join(", ") } : {};
    return toResponse({ status, body, headers: { "x-request-id": requestId, ...allow } }, null);
  }

  async #serve(incoming: Incoming): Promise<Response> {
    const { request, operation, requestId } = incoming;
    const limit = this.rateLimiter.take(this.epochMs());
    const headers = (declared: DeclaredResponse | undefined): Readonly<Record<string, string>> => ({
      ...requestIdFor(declared, requestId),
      ...(limit && rateLimitHeaders(limit)),
    });
    const delay = this.faults.take("delay", operation.id);
    if (delay) await waitFor(delay.ms, request.signal);
    const fault = this.faults.take("fail", operation.id);
    if (fault?.status === "network") throw new NoNetworkError(fault.detail);
    try {
      if (fault) throw refusalOf(fault.status, fault);
      if (limit?.isExceeded) throw new Refusal([429], `The limit of ${limit.limit} requests is reached.`);
      this.#check(incoming);
      const parts = (await this.handlers.responseTo(incoming)) ?? this.#ownParts(incoming);
      const sent = { ...headers(parts.declared), ...parts.headers };
      return toResponse({ ...parts, headers: sent }, request.headers.get("accept"));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, declared, mediaType, body } = failureOf(operation, error, requestId);
      return toResponse(
        {
          status,
          declared,
          mediaType,
          body,
          headers: { ...headers(declared), ...violationsHeader(error.violations), ...error.headers },
        },
        null,
      );
    }
  }

  /** @throws {Refusal} for what the document does not allow */
  #check({ request, operation, parameters, body }: Incoming): void {
    if (this.tokens.refuses(request.headers)) {
      const challenge = {
        "www-authenticate": 'Bearer error="invalid_token", error_description="The token expired"',
      };
      throw new Refusal([401], "The access token has expired.", [], challenge);
    }
    const problem = checkSecurity(operation, request);
    if (problem !== undefined) throw this.#noted(operation, new Refusal([401], problem));
    const types = Object.keys(operation.body?.content ?? {});
    if (body.value !== undefined && types.length > 0 && !body.declared) {
      const detail = `\`header.content-type\` must be ${types.join(" or ")}, not ${body.contentType || "absent"}.`;
      throw this.#noted(operation, new Refusal([415], detail));
    }
    const unreadable = checkForm(body);
    if (unreadable.length > 0) throw this.#noted(operation, malformed(unreadable));
    const violations = checkRequest(operation, parameters, body);
    if (violations.length > 0) throw this.#noted(operation, invalid(violations));
    const misread = checkPatch(body);
    if (misread.length > 0) throw this.#noted(operation, malformed(misread));
  }

  #noted({ id }: DocumentOperation, refusal: Refusal): Refusal {
    this.problems.push(`A request for ${id} was refused: ${refusal.detail}`);
    return refusal;
  }

  #ownParts(incoming: Incoming): ResponseParts {
    const { operation, url } = incoming;
    const context = { ...incoming, store: this.store, now: this.now() };
    const { body, file, location, isDryRun } = answer(context);
    const { status, response: declared, content } = successOf(operation, isDryRun);
    const headers = locationHeader(declared, location, url);
    return { status, declared, mediaType: content?.mediaType, body, file, headers };
  }
}

function refusalOf(status: number, { detail, retryAfterSeconds, headers = {} }: FailOptions): Refusal {
  return new Refusal([status], detail ?? "The test lets this request fail.", [], {
    ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
    ...lowerCaseNames(headers),
  });
}
