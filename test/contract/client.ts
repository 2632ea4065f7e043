import { expect } from "vitest";
import { apiKey, createClient, type Auth, type CallOptions, type ConfluentClient } from "../../src/index.js";

export interface ContractClient {
  readonly confluent: ConfluentClient;
  /** Every answer that came back, in order. */
  readonly answers: Response[];
  /** Fails when an answer says that it, or its request, violates the document. */
  readonly expectNoViolations: () => void;
}

/** A client for a Prism server that keeps the answers, and with them what Prism has to say about each exchange. */
export function contractClient(
  baseUrl: string,
  auth: Auth = apiKey({ key: "key", secret: "secret" }),
): ContractClient {
  const answers: Response[] = [];
  const fetch = async (request: Request, init?: RequestInit): Promise<Response> => {
    const answer = await globalThis.fetch(request, init);
    answers.push(answer);
    return answer;
  };
  return {
    confluent: createClient({ baseUrl, auth, fetch }),
    answers,
    expectNoViolations() {
      expect(answers.length, "requests that were sent").toBeGreaterThan(0);
      for (const { url, headers } of answers) expect(headers.get("sl-violations"), url).toBeNull();
    },
  };
}

const environment = "env-00000";

/** One valid call of every operation, by its id. */
export const validCalls: Record<
  string,
  (confluent: ConfluentClient, options?: CallOptions) => Promise<unknown>
> = {
  listPimV1Integrations: async ({ pim }, options) => {
    const pages = pim.v1.integrations.list({ environment, provider: "AWS" }, options).pages();
    return (await pages.next()).value?.data;
  },
  createPimV1Integration: ({ pim }, options) =>
    pim.v1.integrations.create(
      {
        display_name: "s3_provider_integration",
        provider: "AWS",
        config: {
          kind: "AwsIntegrationConfig",
          customer_iam_role_arn: "arn:aws:iam::111111111111:role/s3-reader",
        },
        environment: { id: environment },
      },
      options,
    ),
  getPimV1Integration: ({ pim }, options) => pim.v1.integrations.get("cspi-00000", { environment }, options),
  deletePimV1Integration: ({ pim }, options) =>
    pim.v1.integrations.delete("cspi-00000", { environment }, options),
};
