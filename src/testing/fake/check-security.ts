import type { DocumentOperation } from "../document/operations.js";
import type { SecurityScheme } from "../document/schema.js";

/** What is wrong with the credentials of a request; undefined when one of the operation's alternatives is there. */
export function checkSecurity({ security }: DocumentOperation, request: Request): string | undefined {
  if (security.length === 0) return undefined;
  const problems = security.map((schemes) => {
    for (const scheme of schemes) {
      const problem = checkScheme(scheme, request);
      if (problem !== undefined) return problem;
    }
    return undefined;
  });
  if (problems.includes(undefined)) return undefined;
  const names = security
    .map((schemes) => schemes.map(({ name }) => `\`${name}\``).join(" with "))
    .join(", or ");
  const [problem = ""] = problems.filter((one) => one !== "has no credentials");
  return `The request ${problem || "has no credentials"}. It needs ${names}.`;
}

function checkScheme({ kind, place }: SecurityScheme, request: Request): string | undefined {
  if (kind === "other") return undefined;
  if (place) {
    const { in: where, name } = place;
    const value = where === "query" ? new URL(request.url).searchParams.get(name) : request.headers.get(name);
    return value === null && where !== "cookie" ? "has no credentials" : undefined;
  }
  const authorization = request.headers.get("authorization");
  if (authorization === null) return "has no credentials";
  const [scheme = "", credentials = ""] = authorization.split(" ", 2);
  if (kind === "bearer")
    return /^bearer$/i.test(scheme) && credentials !== "" ? undefined : "has no bearer token";
  if (!/^basic$/i.test(scheme)) return "has no API key";
  // Neither the id nor the secret of a key has a colon.
  return /^[^:]+:[^:]+$/.test(decodeBase64(credentials))
    ? undefined
    : "has no `key:secret` in its credentials";
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}
