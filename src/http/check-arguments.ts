import type { Operation } from "../api.js";
import { ConfigurationError } from "../errors/index.js";

/** `{id}`, `{id*}`, `{.id}` or `{;id}`: the forms that openapi-fetch fills in. */
const template = /\{[.;]?([^{}*]+)\*?\}/g;

const namesOf = new Map<string, readonly string[]>();

/** The names of a path's parameters, in order. */
export function pathParameters(path: string): readonly string[] {
  let names = namesOf.get(path);
  if (!names) namesOf.set(path, (names = Array.from(path.matchAll(template), ([, name = ""]) => name)));
  return names;
}

/**
 * Refuses path parameters that would change which resource the URL names: a missing one is sent as `%7Bid%7D`, an empty
 * one names the collection, and `..` climbs out of it.
 */
export function checkPathParameters(operation: string, path: string, values: unknown): void {
  for (const name of pathParameters(path)) {
    const problem = pathProblem(valueOf(values, name));
    if (problem) refuse(operation, `path parameter \`${name}\` ${problem}`);
  }
}

/** Refuses a call without a query parameter that the document requires. */
export function checkRequiredQuery(operation: Operation | undefined, values: unknown): void {
  for (const name of operation?.requiredQuery ?? []) {
    const value = valueOf(values, name);
    // An empty list is left out of the URL altogether.
    const problem = Array.isArray(value) && value.length === 0 ? "is empty" : absence(value);
    if (operation && problem) refuse(operation.id, `query parameter \`${name}\` ${problem}; it is required`);
  }
}

/** Refuses a call without the body that the document requires. */
export function checkBody(operation: Operation | undefined, body: unknown): void {
  const isMissing =
    operation?.body !== undefined && !operation.optionalBody && (body ?? undefined) === undefined;
  if (isMissing) refuse(operation.id, "the body is missing");
}

function valueOf(values: unknown, name: string): unknown {
  return (values as Record<string, unknown> | null | undefined)?.[name];
}

function absence(value: unknown): string | undefined {
  if (value === undefined || value === null) return "is missing";
  return value === "" ? "is empty" : undefined;
}

function pathProblem(value: unknown): string | undefined {
  if (typeof value === "object" && value !== null) {
    const parts = Object.values(value);
    return parts.length === 0 ? "is empty" : parts.map(pathProblem).find(Boolean);
  }
  if (typeof value !== "string") return absence(value);
  if (value === "." || value === "..") return `is "${value}", which would name another path`;
  return absence(value.trim());
}

function refuse(operation: string, problem: string): never {
  throw new ConfigurationError(`${operation}: ${problem}`, { operation });
}
