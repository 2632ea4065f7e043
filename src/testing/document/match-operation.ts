import type { DocumentOperation } from "./operations.js";
import { basePathsOf } from "./servers.js";
import { segmentReader, withQueryOf, type ReadSegment } from "./path-template.js";

/** What a request is for, or why it is for nothing. */
export type Match =
  | {
      readonly operation: DocumentOperation;
      /** The path parameters, decoded. */
      readonly parameters: Readonly<Record<string, string>>;
    }
  /** The path is there, for these methods. */
  | { readonly allowed: readonly string[] }
  /** No document has the path. */
  | undefined;

/** What a request says about where it goes. */
export interface RequestTarget {
  readonly method: string;
  /** As it is in the URL, encoded. */
  readonly pathname: string;
  readonly query: Readonly<Record<string, unknown>>;
}

interface Route {
  readonly readers: readonly ReadSegment[];
  /** For each segment, how much of it the template fixes; compared from the left. */
  readonly rank: readonly number[];
  readonly operations: DocumentOperation[];
}

/** Finds the operations of some documents by method and path. */
export class OperationMatcher {
  /** By the number of segments; those that fix more come first. */
  readonly #routes = new Map<number, Route[]>();

  constructor(operations: readonly DocumentOperation[]) {
    const byTemplate = new Map<string, Route>();
    for (const operation of operations) {
      for (const segments of placesOf(operation)) {
        const template = segments.join("/");
        const known = byTemplate.get(template);
        if (known) {
          known.operations.push(operation);
          continue;
        }
        const route = {
          readers: segments.map(segmentReader),
          rank: segments.map(rankOf),
          operations: [operation],
        };
        byTemplate.set(template, route);
        const routes = this.#routes.get(segments.length) ?? [];
        this.#routes.set(segments.length, routes);
        routes.push(route);
      }
    }
    for (const routes of this.#routes.values()) routes.sort((one, other) => compare(one.rank, other.rank));
  }

  match({ method, pathname, query }: RequestTarget): Match {
    const segments = pathname.replace(/^\//, "").split("/");
    const allowed = new Set<string>();
    for (const { readers, operations } of this.#routes.get(segments.length) ?? []) {
      const parameters = parametersOf(readers, segments);
      if (!parameters) continue;
      const [operation] = withQueryOf(
        operations.filter((one) => one.method === method),
        query,
      );
      if (operation) return { operation, parameters };
      for (const one of operations) allowed.add(one.method);
    }
    return allowed.size > 0 ? { allowed: [...allowed].sort() } : undefined;
  }
}

function parametersOf(
  readers: readonly ReadSegment[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const parameters = {};
  for (const [index, read] of readers.entries()) {
    const found = read(segments[index] ?? "");
    if (!found) return undefined;
    Object.assign(parameters, found);
  }
  return parameters;
}

/** A name fixes a segment, `{id}:lend` its end, `{id}` nothing. */
function rankOf(segment: string): number {
  return segment.includes("{") ? (/^\{[^{}]*\}$/.test(segment) ? 2 : 1) : 0;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((rank, at) => rank !== other[at]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** The path by itself, and below the paths of the servers. */
function placesOf({ segments, servers }: DocumentOperation): readonly (readonly string[])[] {
  const bases = new Set(["", ...servers.flatMap(basePathsOf)]);
  return [...bases].map((base) => [...base.split("/").filter(Boolean), ...segments]);
}
