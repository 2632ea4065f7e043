/**
 * Lets lists end on a mock server. Prism is stateless: it responds to a request for page two with page one, whose link
 * leads to page two, for ever.
 */

/** The parts of Prism's types that matter here. */
export interface MockedOperation {
  readonly request?: { readonly query?: readonly { readonly name: string }[] };
  readonly responses: readonly {
    readonly code: string;
    readonly contents?: readonly { readonly examples?: readonly { readonly key: string }[] }[];
  }[];
}

export interface MockedRequest {
  readonly url: { readonly query?: Readonly<Record<string, unknown>> };
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** What the request asks Prism for, by `Prefer` or by `__code` and its like in the query. */
interface MockConfig {
  readonly code?: number | undefined;
  readonly exampleKey?: string | undefined;
}

interface MockResponse {
  readonly statusCode: number;
  readonly body?: unknown;
}

/** Either of fp-ts, which Prism passes its results in. */
type Either<T> =
  { readonly _tag: "Left"; readonly left: Error } | { readonly _tag: "Right"; readonly right: T };

/** The component of Prism that makes a response from the document. */
export type Mock = (call: {
  readonly resource: MockedOperation;
  readonly input: { readonly data: MockedRequest };
  readonly config: MockConfig;
}) => (logger: object) => Either<MockResponse>;

const LAST_PAGE = "last-page";

/**
 * Wraps Prism's mock so that the SDK's walk over a list ends, whichever of its paging styles the list has:
 *
 * - A request with a `page_token` gets the example `last-page` where the document has one, and no link or token to a
 *   further page.
 * - A request with an `offset` above zero gets no items.
 * - A link without a query, which Prism makes up for a `next` that has no example, is left out.
 *
 * A request that chooses its response, by `Prefer`, gets what it asks for.
 */
export function endLists(mock: Mock): Mock {
  return (call) => {
    const { resource, input, config } = call;
    const { url, headers = {} } = input.data;
    if (headers["prefer"] !== undefined || config.code !== undefined || config.exampleKey !== undefined)
      return mock(call);
    const { page_token: token, offset } = url.query ?? {};
    const isLater = token !== undefined && token !== "";
    const isBeyond = Number(offset) > 0 && takesOffset(resource);
    const exampleKey = isLater && hasLastPage(resource) ? LAST_PAGE : undefined;
    const respond = mock(exampleKey === undefined ? call : { ...call, config: { ...config, exampleKey } });
    return (logger) => {
      const result = respond(logger);
      if (result._tag === "Left" || result.right.statusCode >= 300) return result;
      const { body } = result.right;
      const page = isBeyond ? withoutItems(body) : isLater ? withoutNext(body) : withoutMadeUpLink(body);
      return { ...result, right: { ...result.right, body: page } };
    };
  };
}

function takesOffset({ request }: MockedOperation): boolean {
  return request?.query?.some(({ name }) => name === "offset") === true;
}

function hasLastPage({ responses }: MockedOperation): boolean {
  return responses.some(
    ({ code, contents }) =>
      code.startsWith("2") &&
      contents?.some(({ examples }) => examples?.some(({ key }) => key === LAST_PAGE)),
  );
}

function withoutItems(body: unknown): unknown {
  if (Array.isArray(body)) return [];
  return isObject(body) && Array.isArray(body["data"]) ? { ...body, data: [] } : body;
}

/** The body is often an example of the document itself, so it is copied, not changed. */
export function withoutNext(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { metadata, meta } = body;
  const pagination = isObject(meta) ? meta["pagination"] : undefined;
  return {
    ...body,
    ...(isObject(metadata) && { metadata: omit(metadata, "next") }),
    ...(isObject(meta) &&
      isObject(pagination) && { meta: { ...meta, pagination: omit(pagination, "next_page_token") } }),
  };
}

function withoutMadeUpLink(body: unknown): unknown {
  const { metadata } = isObject(body) ? body : {};
  const { next } = isObject(metadata) ? metadata : {};
  return typeof next === "string" && !next.includes("?") ? withoutNext(body) : body;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function omit(object: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
