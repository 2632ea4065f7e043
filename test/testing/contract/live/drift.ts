import type { Kind } from "../../../../src/testing/contract/kinds/kinds.js";
import type { FakeConfluent } from "../../../../src/testing/index.js";

/** A response of the fake, open to change. */
export interface OpenResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed. A text or bytes are sent as they are; undefined is no body. */
  readonly body: unknown;
}

export type Members = Readonly<Record<string, unknown>>;

/** Makes the change of one walk, as some drifts remember what came before. */
export type MakeChange = () => (response: OpenResponse, query: URLSearchParams) => OpenResponse;

/** A drift that is put into the answers of the fake for one operation, and what is to be found. */
export interface LiveDrift {
  readonly kind: Kind;
  /** The document of the service. */
  readonly document: string;
  readonly operation: string;
  readonly place: string;
  readonly pointer: string;
  readonly message: string;
  readonly change: MakeChange;
}

/** A fake whose successes of one operation are not as its document says. */
export function drifting(
  fake: FakeConfluent,
  { operation, change }: LiveDrift,
): Pick<FakeConfluent, "fetch"> {
  const changed = change();
  return {
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      const response = await fake.fetch(request);
      if (fake.requests.at(-1)?.operation !== operation || !response.ok) return response;
      const body = (await response.json()) as unknown;
      const { status, headers } = response;
      const open = { status, headers: Object.fromEntries(headers), body };
      return closed(changed(open, new URL(request.url).searchParams));
    },
  };
}

function closed({ status, headers, body }: OpenResponse): Response {
  const isRaw = body === undefined || body instanceof Uint8Array;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  // Of bytes, the platform makes no media type up.
  const content = isRaw ? body : new TextEncoder().encode(text);
  return new Response((content ?? null) as Uint8Array<ArrayBuffer> | null, { status, headers });
}
