import { pascalCase } from "../../generator/document/names.js";

/** What shared responses are called, by status. */
const RESPONSES: Readonly<Record<string, string>> = {
  "400": "InvalidRequest",
  "401": "Unauthenticated",
  "402": "QuotaExceeded",
  "403": "Forbidden",
  "404": "NotFound",
  "409": "Conflict",
  "413": "BodyTooLarge",
  "415": "UnsupportedMediaType",
  "422": "InvalidConfiguration",
  "429": "RateLimited",
  "500": "ServerError",
  "5XX": "ServerError",
  default: "Failed",
};

export function responseName(status: string): string {
  return RESPONSES[status] ?? `Status${status}`;
}

/** `RequestId` of `X-Request-Id`. At a 429 nothing remains, which an example has to say: it is another header there. */
export function headerName(header: string, status: string): string {
  const name = pascalCase(header.replace(/^x-/i, "").replace(/^WWW/, "Www"));
  return name === "RateLimitRemaining" && status === "429" ? "RateLimitExhausted" : name;
}

/** `api-key` of `api-keys`, for the plurals that paths are made of. */
export function singular(word: string): string {
  if (word.endsWith("ies")) return word.replace(/ies$/, "y");
  if (/(ss|x|ch|sh)es$/.test(word)) return word.replace(/es$/, "");
  return /[^su]s$/.test(word) ? word.replace(/s$/, "") : word;
}

/** The collection that a path parameter picks one of: `api-keys` of `/iam/v2/api-keys/{id}`. */
export function collectionOf(path: string, parameter: string): string {
  const segments = path.split("/");
  const index = segments.findIndex((segment) => segment.includes(`{${parameter}}`));
  return segments.slice(0, index).findLast((segment) => segment !== "" && !segment.startsWith("{")) ?? "";
}

/** The last collection of a path. */
export function resourceOf(path: string): string {
  const segments = path.replace(/[?:].*/, "").split("/");
  return segments.findLast((segment) => segment !== "" && !segment.startsWith("{")) ?? "";
}
