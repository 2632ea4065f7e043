import { buildClient } from "../../../../src/client/build-client.js";
import type { BaseClientOptions } from "../../../../src/client/client-options.js";
import type { ClientEvent } from "../../../../src/events/events.js";
import { stsToken, type CallOptions, type StsTokenOptions } from "../../../../src/index.js";
import type { Cloud } from "./cloud.js";
import type { ManualClock } from "../../../support/clock.js";
import { IDENTITY_POOL } from "./token-service.js";

/** The response of the API: which access token was sent, counted from 1. */
export interface Greeting {
  readonly accessToken: number;
  readonly subject: string;
}

interface GreetingsClient {
  readonly greetings: {
    get(query?: object, options?: CallOptions): Promise<Greeting>;
    create(body: object, options?: CallOptions): Promise<Greeting>;
  };
  readonly GET: PathMethod;
  readonly POST: PathMethod;
}

type PathMethod = (
  path: string,
  init?: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const operations = {
  greetings: {
    get: { id: "getGreeting", method: "GET", path: "/v1/greetings" },
    create: { id: "createGreeting", method: "POST", path: "/v1/greetings", body: "json" },
  },
} as const;

export interface StsClient {
  readonly client: GreetingsClient;
  /** Calls the API; resolves to the number of the access token that was sent. */
  readonly call: (options?: CallOptions) => Promise<number>;
  /** The events of the client so far. */
  readonly events: ClientEvent[];
}

export interface StsClientOptions extends BaseClientOptions {
  /** Options of `stsToken` other than those that these tests share. */
  readonly sts?: Partial<StsTokenOptions>;
}

/** A client of a cloud, on the clock of the test. By default it gets a new subject token for each exchange. */
export function connect(
  cloud: Cloud,
  clock: ManualClock,
  { sts, ...options }: StsClientOptions = {},
): StsClient {
  const events: ClientEvent[] = [];
  const auth = stsToken({
    identityPoolId: IDENTITY_POOL,
    subjectToken: () => cloud.identityProvider.issueToken(),
    ...sts,
  });
  const onEvent = (event: ClientEvent): void => {
    events.push(event);
    options.onEvent?.(event);
  };
  const client = buildClient(
    { baseUrl: cloud.url, auth, ...options, onEvent },
    operations,
    clock,
    // Backoff is as short as possible.
    () => 0,
  ) as unknown as GreetingsClient;
  return {
    client,
    events,
    call: async (options) => (await client.greetings.get(undefined, options)).accessToken,
  };
}
