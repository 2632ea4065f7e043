import type { IncomingMessage, ServerResponse } from "node:http";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { respond, type CompleteResponse } from "../../../support/respond.js";
import { listen } from "../../../support/server.js";
import { startIdentityProvider, type IdentityProvider } from "./identity-provider.js";
import {
  createTokenService,
  serverAuthorization,
  TOKEN_PATH,
  type ExchangeForm,
  type TokenServiceBehaviour,
} from "./token-service.js";

/** A request for a token, as it came over the wire. */
export interface TokenRequest {
  readonly method: string | undefined;
  /** With the prefix of the base URL. */
  readonly path: string | undefined;
  readonly headers: IncomingMessage["headers"];
}

/** A small Confluent Cloud: a token service, and an API that requires its tokens. */
export interface Cloud {
  /** The base URL. */
  readonly url: string;
  /** The identity provider whose tokens it exchanges. */
  readonly identityProvider: IdentityProvider;
  /** All requests at the token endpoint. */
  readonly tokenRequests: readonly TokenRequest[];
  /** The forms of the requests that reached the token service. */
  readonly exchanges: readonly ExchangeForm[];
  /** The access tokens that it issued. */
  readonly accessTokens: readonly string[];
  /** The requests at the API, each as the number of its access token: from 1, or 0 for an unknown one. */
  readonly apiRequests: readonly number[];
  /** Responses in place of the token service's, one for each request. */
  readonly tokenFaults: CompleteResponse[];
  /** Changes the reply of successful exchanges. */
  reply: TokenServiceBehaviour["reply"];
  /** Holds exchanges back until the function that it returns is called. */
  holdExchanges(): () => void;
  /** Resolves when the token service has received that many exchanges. */
  exchanged(count: number): Promise<void>;
  /** Refuses the access tokens issued so far. */
  revoke(): void;
  /** Refuses every access token. */
  refusesAll: boolean;
}

/** @param prefix a path in front of all others */
export async function startCloud({ prefix = "" } = {}): Promise<Cloud> {
  const { url: origin, server } = await listen();
  const identityProvider = await startIdentityProvider();

  const tokenRequests: TokenRequest[] = [];
  const exchanges: ExchangeForm[] = [];
  const accessTokens: string[] = [];
  const apiRequests: number[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let held: Promise<void> | undefined;
  let revoked = 0;

  const cloud: Cloud = {
    url: origin + prefix,
    identityProvider,
    tokenRequests,
    exchanges,
    accessTokens,
    apiRequests,
    tokenFaults: [],
    reply: (reply) => reply,
    holdExchanges() {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return () => {
        held = undefined;
        release();
      };
    },
    exchanged: (count) =>
      exchanges.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
    revoke: () => (revoked = accessTokens.length),
    refusesAll: false,
  };

  const tokenService = await createTokenService(origin, identityProvider, {
    onExchange(form) {
      exchanges.push(form);
      for (const { count, resolve } of waiting) if (exchanges.length >= count) resolve();
      return held;
    },
    reply(reply) {
      accessTokens.push(String(reply["access_token"]));
      return cloud.reply(reply);
    },
  });
  const handleToken = tokenService.callback() as (request: IncomingMessage, response: ServerResponse) => void;
  const accessTokenKeys = createRemoteJWKSet(new URL(`${origin}/jwks`));

  server.on("request", (request, response) => {
    const { method, headers, url: path = "" } = request;
    if (path === "/jwks") return handleToken(request, response);
    if (!path.startsWith(`${prefix}/`)) return send(response, { status: 404 });
    request.url = path.slice(prefix.length);
    if (request.url !== TOKEN_PATH) return void handleApi(request).then((result) => send(response, result));

    tokenRequests.push({ method, path, headers: { ...headers } });
    const fault = cloud.tokenFaults.shift();
    if (fault) return send(response, fault);
    headers.authorization = serverAuthorization;
    handleToken(request, response);
  });

  async function handleApi({ headers }: IncomingMessage): Promise<CompleteResponse> {
    const token = headers.authorization?.replace(/^Bearer /, "") ?? "";
    const number = accessTokens.indexOf(token) + 1;
    apiRequests.push(number);
    try {
      if (cloud.refusesAll || number <= revoked) throw new Error("The token is revoked");
      const { payload } = await jwtVerify(token, accessTokenKeys, { issuer: origin, audience: origin });
      return { body: { accessToken: number, subject: payload.sub } };
    } catch (error) {
      return { status: 401, body: { errors: [{ status: "401", detail: (error as Error).message }] } };
    }
  }
  return cloud;
}

function send(response: ServerResponse, { headers, ...rest }: CompleteResponse): void {
  respond(response, { ...rest, headers: { "Content-Type": "application/json", ...headers } });
}
