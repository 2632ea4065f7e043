import { expect, inject } from "vitest";
import { apiKey, createClient, type Auth, type ConfluentClient } from "../../src/index.js";
import type { ContractServers } from "../support/prism.js";

export interface ContractClient {
  readonly confluent: ConfluentClient;
  /** Every response, in order. */
  readonly responses: Response[];
  /** Fails when a response says that it, or its request, violates the document. */
  readonly expectNoViolations: () => void;
}

export interface ContractOptions {
  readonly auth?: Auth;
  /** What becomes of a request on its way to the server. */
  readonly alter?: (request: Request) => Request | Promise<Request>;
}

const unaltered = (request: Request): Request => request;

/** A client that keeps the responses, which say what Prism found wrong. */
export function contractClient(
  server: keyof ContractServers,
  { auth = apiKey({ key: "key", secret: "secret" }), alter = unaltered }: ContractOptions = {},
): ContractClient {
  const responses: Response[] = [];
  const fetch = async (request: Request, init?: RequestInit): Promise<Response> => {
    const response = await globalThis.fetch(await alter(request), init);
    responses.push(response);
    return response;
  };
  return {
    confluent: createClient({ baseUrl: inject("servers")[server], auth, fetch, retry: false }),
    responses,
    expectNoViolations() {
      expect(responses.length, "requests that were sent").toBeGreaterThan(0);
      for (const { url, headers } of responses) expect(headers.get("sl-violations"), url).toBeNull();
    },
  };
}
