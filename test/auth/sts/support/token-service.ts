import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify } from "jose";
import type { Provider } from "oidc-provider";
import { vi } from "vitest";
import { AUDIENCE, type IdentityProvider } from "./identity-provider.js";

/** The fields of a token request, by their names on the wire. */
export type ExchangeForm = Readonly<Record<string, string>>;

/** What a test may change of how tokens are given. */
export interface TokenServiceBehaviour {
  /** Called with the form of each token exchange; the response waits for it. */
  onExchange(form: ExchangeForm): Promise<void> | undefined;
  /** Gives what is sent instead of the reply of a success. */
  reply(reply: Record<string, unknown>): unknown;
}

export const TOKEN_PATH = "/sts/v1/oauth2/token";
export const IDENTITY_POOL = "pool-12345";
const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
const PARAMETERS = [
  "subject_token",
  "subject_token_type",
  "requested_token_type",
  "identity_pool_id",
  "expires_in",
];
const MAX_LIFE_SECONDS = 900;

/** Token requests are unauthenticated; the provider knows only authenticated ones, so the server stands in for this client. */
const client = { id: "confluent-cloud", secret: "never-leaves-the-server" };
export const serverAuthorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;

/**
 * An OAuth provider with the token exchange of RFC 8693 as Confluent Cloud has it: it looks up the keys of the identity
 * provider, verifies signature, issuer, audience and expiry of the subject token, and signs access tokens of its own.
 */
export async function createTokenService(
  issuer: string,
  identityProvider: IdentityProvider,
  behaviour: TokenServiceBehaviour,
): Promise<Provider> {
  const { default: Provider, errors } = await import("oidc-provider");
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        grant_types: [GRANT_TYPE],
        redirect_uris: [],
        response_types: [],
      },
    ],
    routes: { token: TOKEN_PATH, jwks: "/jwks" },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: "access-token-key", alg: "ES256", use: "sig" }] },
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    cookies: { keys: ["unused"] },
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: (_context, { resourceServer }) => resourceServer?.accessTokenTTL ?? MAX_LIFE_SECONDS,
    },
  });
  const subjectKeys = createRemoteJWKSet(new URL(identityProvider.jwksUrl));

  provider.registerGrantType(
    GRANT_TYPE,
    async (context) => {
      const form = formOf(context.oidc.params);
      await behaviour.onExchange(form);
      const refuse = (reason: string): never => {
        throw new errors.CustomOIDCProviderError("invalid_grant", reason);
      };
      if (form["identity_pool_id"] !== IDENTITY_POOL) refuse("no such identity pool");
      if (form["subject_token_type"] !== "urn:ietf:params:oauth:token-type:jwt") refuse("no JWT");
      const { payload } = await jwtVerify(form["subject_token"] ?? "", subjectKeys, {
        issuer: identityProvider.issuer,
        audience: AUDIENCE,
      }).catch((error: unknown) => refuse(`the subject token fails: ${(error as Error).message}`));

      const lifeSeconds = Number(form["expires_in"] ?? MAX_LIFE_SECONDS);
      if (!(lifeSeconds <= MAX_LIFE_SECONDS)) refuse("expires_in is above the maximum");
      const token = new provider.AccessToken({
        client: context.oidc.client,
        accountId: payload.sub ?? "",
        grantId: "",
        gty: "token-exchange",
        resourceServer: new provider.ResourceServer(issuer, {
          scope: "",
          audience: issuer,
          accessTokenFormat: "jwt",
          accessTokenTTL: lifeSeconds,
          jwt: { sign: { alg: "ES256" } },
        }),
      });
      context.body = behaviour.reply({
        access_token: await token.save(),
        issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
        token_type: "Bearer",
        expires_in: token.expiration,
      });
    },
    PARAMETERS,
  );
  return provider;
}

/** The fields that were sent; the provider adds those of client authentication, empty. */
function formOf(parameters: Readonly<Record<string, unknown>>): ExchangeForm {
  const sent = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent.map(([name, value]) => [name, String(value)]));
}

/** What the provider says about being run in production, and on which Node, is for others. */
const { warn } = console;
vi.spyOn(console, "warn").mockImplementation((...args: unknown[]) => {
  if (!String(args[0]).includes("oidc-provider WARNING")) warn(...args);
});
