import type { Operation } from "../operation.js";
import { ConfigurationError } from "../errors/index.js";

/** `{id}`, `{id*}`, `{.id}` or `{;id}`: the forms that openapi-fetch fills in. */
const template = /\{[.;]?([^{}*]+)\*?\}/g;

/** The arguments of a call, by where they go. */
export interface CallArguments {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const checkedPaths = new Set<string>();
const namesOf = new Map<string, readonly string[]>();

/** The names of a path's parameters, in order. */
export function pathParameters(path: string): readonly string[] {
  let names = namesOf.get(path);
  if (!names) namesOf.set(path, (names = Array.from(path.matchAll(template), ([, name = ""]) => name)));
  return names;
}

/**
 * Refuses what the document requires and the call lacks, and path parameters that would change which resource the URL names:
 * a missing one is sent as `%7Bid%7D`, an empty one names the collection, and `..` climbs out of it.
 *
 * @throws {ConfigurationError} naming the operation and the argument
 */
export function checkArguments(operation: Operation, { path, query, body }: CallArguments): void {
  checkPath(operation);
  for (const name of pathParameters(operation.path)) {
    const problem = pathProblem(valueOf(path, name));
    if (problem) refuse(operation, `path parameter \`${name}\` ${problem}`);
  }
  for (const name of operation.requiredQuery ?? []) {
    const value = valueOf(query, name);
    // An empty list is left out of the URL altogether.
    const problem = Array.isArray(value) && value.length === 0 ? "is empty" : absence(value);
    if (problem) refuse(operation, `query parameter \`${name}\` ${problem}; it is required`);
  }
  if (body !== undefined && body !== null && /^(GET|HEAD)$/.test(operation.method)) {
    refuse(operation, `a ${operation.method} has no body`);
  }
  const isMissing = body === undefined || (body === null && !operation.nullBody);
  if (operation.body && !operation.optionalBody && isMissing) {
    refuse(operation, "the body is missing");
  }
}

/** The base URL is put before the path, which must not lead out of it or change the host. */
function checkPath(operation: Operation): void {
  const { path } = operation as { readonly path: unknown };
  if (typeof path !== "string" || !path.startsWith("/"))
    refuse(operation, "the path must begin with a slash");
  if (checkedPaths.has(path)) return;
  const base = "http://localhost/base";
  const { pathname, hash } = new URL(base + path);
  if (!pathname.startsWith("/base/") || hash !== "" || path.includes("#")) {
    refuse(operation, "the path must stay below the base URL, without `..` and `#`");
  }
  checkedPaths.add(path);
}

function valueOf(values: unknown, name: string): unknown {
  return (values as Record<string, unknown> | null | undefined)?.[name];
}

function absence(value: unknown): string | undefined {
  if (value === undefined || value === null) return "is missing";
  return value === "" ? "is empty" : undefined;
}

function typeProblem(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `is ${value}`;
  return typeof value === "function" || typeof value === "symbol" ? `is a ${typeof value}` : undefined;
}

function pathProblem(value: unknown): string | undefined {
  if (typeof value === "object" && value !== null) {
    const parts = Object.values(value);
    return parts.length === 0 ? "is empty" : parts.map(pathProblem).find(Boolean);
  }
  if (typeof value !== "string") return absence(value) ?? typeProblem(value);
  if (/\p{Cs}/u.test(value)) return "has half a surrogate pair, which cannot be encoded";
  if (value === "." || value === "..") return `is "${value}", which would name another path`;
  return absence(value.trim());
}

function refuse({ id }: Operation, problem: string): never {
  throw new ConfigurationError(`${id}: ${problem}`, { operation: id });
}
