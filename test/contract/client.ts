import { expect, inject } from "vitest";
import { apiKey, createClient, type Auth, type ConfluentClient } from "../../src/index.js";
import type { ContractServers } from "../support/prism.js";

export interface ContractClient {
  readonly confluent: ConfluentClient;
  /** Every answer that came back, in order. */
  readonly answers: Response[];
  /** Fails when an answer says that it, or its request, violates the document. */
  readonly expectNoViolations: () => void;
}

export interface ContractOptions {
  readonly auth?: Auth;
  /** What becomes of a request on its way to the server. */
  readonly alter?: (request: Request) => Request | Promise<Request>;
}

const unaltered = (request: Request): Request => request;

/** A client for a server that keeps the answers, and with them what Prism has to say of each exchange. */
export function contractClient(
  server: keyof ContractServers,
  { auth = apiKey({ key: "key", secret: "secret" }), alter = unaltered }: ContractOptions = {},
): ContractClient {
  const answers: Response[] = [];
  const fetch = async (request: Request, init?: RequestInit): Promise<Response> => {
    const answer = await globalThis.fetch(await alter(request), init);
    answers.push(answer);
    return answer;
  };
  return {
    confluent: createClient({ baseUrl: inject("servers")[server], auth, fetch, retry: false }),
    answers,
    expectNoViolations() {
      expect(answers.length, "requests that were sent").toBeGreaterThan(0);
      for (const { url, headers } of answers) expect(headers.get("sl-violations"), url).toBeNull();
    },
  };
}
