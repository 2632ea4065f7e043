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
    const value = (values as Record<string, unknown> | null | undefined)?.[name];
    const problem = problemOf(value);
    if (problem)
      throw new ConfigurationError(`${operation}: path parameter \`${name}\` ${problem}`, { operation });
  }
}

/** Refuses a call without a query parameter that the document requires. */
export function checkRequiredQuery(operation: Operation | undefined, values: unknown): void {
  for (const name of operation?.requiredQuery ?? []) {
    const value = (values as Record<string, unknown> | null | undefined)?.[name];
    const problem =
      value === undefined || value === null ? "is missing" : isEmpty(value) ? "is empty" : undefined;
    if (operation && problem) {
      const { id } = operation;
      throw new ConfigurationError(`${id}: query parameter \`${name}\` ${problem}; it is required`, {
        operation: id,
      });
    }
  }
}

/** An empty list is left out of the URL altogether. */
function isEmpty(value: unknown): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}

function problemOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "is missing";
  if (typeof value === "object") {
    const parts = Object.values(value);
    return parts.length === 0 ? "is empty" : parts.map(problemOf).find((problem) => problem !== undefined);
  }
  if (typeof value !== "string") return undefined;
  if (value.trim() === "") return "is empty";
  if (value === "." || value === "..") return `is "${value}", which would name another path`;
  return undefined;
}
