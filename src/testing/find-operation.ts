/**
 * Finds the operation that a request is for. Prism sorts all operations of all documents for each request, which takes
 * longer than everything else it does; and it takes a query that a path has of its own for a part of the last segment.
 */
import { decodeSegment, splitQuery, withQueryOf, type WithOwnQuery } from "./document/path-template.js";
import type { MockedRequest } from "./end-lists.js";

/** The parts of Prism's operations that matter here. */
export interface RoutedOperation {
  readonly method: string;
  readonly path: string;
}

interface RouteInput {
  readonly resources: readonly RoutedOperation[];
  readonly input: { readonly method: string; readonly url: { readonly path: string } & MockedRequest["url"] };
}

/** The component of Prism that chooses among operations; its result is passed on as it is. */
export type Route = (routed: RouteInput) => unknown;

/** Takes a query out of an operation's path, so that Prism reads the path alone. */
export function splitOwnQuery<T extends RoutedOperation>(operation: T): T & WithOwnQuery {
  return { ...operation, ...splitQuery(operation.path) };
}

/** Wraps Prism's choice: it gets the operations whose path can be meant, those with the request's own query first. */
export function findOperation(route: Route): Route {
  return (routed) => {
    const { resources, input } = routed;
    // Prism decodes the path of what it finds, and its process would end with that.
    if (!isEncoded(input.url.path)) return route({ ...routed, resources: [] });
    const segments = input.url.path.split("/").map(decodeSegment);
    const matching: readonly (RoutedOperation & WithOwnQuery)[] = resources.filter(({ path }) =>
      couldBe(path, segments),
    );
    const method = input.method.toLowerCase();
    const query = input.url.query ?? {};
    const ofMethod = withQueryOf(
      matching.filter((operation) => operation.method.toLowerCase() === method),
      query,
    );
    // For another method, Prism says which there are; without a candidate, which routes.
    const candidates = ofMethod.length > 0 ? ofMethod : withQueryOf(matching, {});
    return route(candidates.length > 0 ? { ...routed, resources: candidates } : routed);
  };
}

/** Whether a path is encoded as one: `%zz` and a half of a character are not. */
function isEncoded(path: string): boolean {
  try {
    // Its value is used, as the bundler drops a call whose value is not: it does not know that this one may throw.
    return decodeURIComponent(path).length <= path.length;
  } catch {
    return false;
  }
}

const segmentsOf = new Map<string, readonly string[]>();

function couldBe(path: string, segments: readonly string[]): boolean {
  let own = segmentsOf.get(path);
  if (!own) segmentsOf.set(path, (own = path.split("/").map(decodeSegment)));
  return (
    own.length === segments.length &&
    own.every((segment, index) => segment.includes("{") || segment === segments[index])
  );
}
