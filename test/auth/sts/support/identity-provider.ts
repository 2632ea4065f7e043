import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { serve } from "../../../support/server.js";

/** What a program's own identity provider is to Confluent Cloud: a signer of tokens whose keys can be looked up. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** A signed token; each is another. */
  issueToken(claims?: {
    readonly subject?: string;
    readonly audience?: string;
    readonly expiresInSeconds?: number;
  }): Promise<string>;
}

/** The audience that the identity pools of these tests ask for. */
export const AUDIENCE = "confluent-cloud";

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const key = { ...(await exportJWK(publicKey)), kid: "signing-key", alg: "ES256", use: "sig" };
  const { url: issuer } = await serve({ body: { keys: [key] } });
  return {
    issuer,
    jwksUrl: `${issuer}/jwks`,
    issueToken({
      subject = "repo:acme/billing:ref:refs/heads/main",
      audience = AUDIENCE,
      expiresInSeconds = 300,
    } = {}) {
      const issuedAt = Math.floor(Date.now() / 1000);
      return new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: "ES256", kid: key.kid })
        .setIssuer(issuer)
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + expiresInSeconds)
        .sign(privateKey);
    },
  };
}
