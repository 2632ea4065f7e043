/**
 * Finds the operation that a request is for. Prism sorts all operations of all documents for each request, which takes
 * longer than everything else it does; and it takes a query that a path has of its own for a part of the last segment.
 */
import type { MockedRequest } from "./end-lists.js";

/** The parts of Prism's operations that matter here. */
export interface RoutedOperation {
  readonly method: string;
  readonly path: string;
}

/** An operation whose path in the document ends with a query, such as `/connectors?expand=status`. */
interface WithOwnQuery {
  readonly ownQuery?: Readonly<Record<string, string>>;
}

interface RouteInput {
  readonly resources: readonly RoutedOperation[];
  readonly input: { readonly method: string; readonly url: { readonly path: string } & MockedRequest["url"] };
}

/** The component of Prism that chooses among operations; its result is passed on as it is. */
export type Route = (routed: RouteInput) => unknown;

/** Takes a query out of an operation's path, so that Prism reads the path alone. */
export function splitOwnQuery<T extends RoutedOperation>(operation: T): T & WithOwnQuery {
  const [path = "", query] = operation.path.split("?", 2);
  if (query === undefined) return operation;
  return { ...operation, path, ownQuery: Object.fromEntries(new URLSearchParams(query)) };
}

/** Wraps Prism's choice: it gets the operations whose path can be meant, those with the request's own query first. */
export function findOperation(route: Route): Route {
  return (routed) => {
    const { resources, input } = routed;
    const segments = input.url.path.split("/").map(decode);
    const matching = resources.filter(({ path }) => couldBe(path, segments));
    const withQuery = matching.filter(
      (operation: RoutedOperation & WithOwnQuery) =>
        operation.ownQuery !== undefined &&
        operation.method.toLowerCase() === input.method.toLowerCase() &&
        hasAll(input.url.query, operation.ownQuery),
    );
    const others = matching.filter((operation: RoutedOperation & WithOwnQuery) => !operation.ownQuery);
    const candidates = withQuery.length > 0 ? withQuery : others;
    // Without a candidate, Prism says which routes there are.
    return route(candidates.length > 0 ? { ...routed, resources: candidates } : routed);
  };
}

const segmentsOf = new Map<string, readonly string[]>();

function couldBe(path: string, segments: readonly string[]): boolean {
  let own = segmentsOf.get(path);
  if (!own) segmentsOf.set(path, (own = path.split("/").map(decode)));
  return (
    own.length === segments.length &&
    own.every((segment, index) => segment.includes("{") || segment === segments[index])
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function hasAll(query: MockedRequest["url"]["query"] = {}, own: Readonly<Record<string, string>>): boolean {
  return Object.entries(own).every(([name, value]) => query[name] === value);
}
