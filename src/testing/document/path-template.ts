/** Which paths a template such as `/books/{id}:lend` stands for. */

/** An operation whose path in the document ends with a query, such as `/connectors?expand=status`. */
export interface WithOwnQuery {
  readonly ownQuery?: Readonly<Record<string, string>>;
}

/**
 * A path without what a URI template has beside the names of its parameters (RFC 6570), as in `{;id*}` and `{+path}`:
 * openapi-fetch reads some of it, and the documents of gateways have `{proxy+}`. A parameter says by its style how it is written.
 */
export function plainTemplate(path: string): string {
  return path.replace(/\{[.;+]?([^{}]+?)[*+]?\}/g, "{$1}");
}

/** The names of the parameters in a path. */
export function namesIn(path: string): readonly string[] {
  return Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
}

/** The name of the parameter that is a whole segment: `id` for `{id}`. */
export function parameterOf(segment: string): string | undefined {
  return /^\{([^{}]*)\}$/.exec(segment)?.[1];
}

/** The path without the query that it has in the document, and that query. */
export function splitQuery(path: string): WithOwnQuery & { readonly path: string } {
  const [location = "", query] = path.split("?", 2);
  if (query === undefined) return { path: location };
  return { path: location, ownQuery: Object.fromEntries(new URLSearchParams(query)) };
}

/** Of operations with the same path, those whose own query the request has; else those without one. */
export function withQueryOf<T extends WithOwnQuery>(
  operations: readonly T[],
  query: Readonly<Record<string, unknown>>,
): readonly T[] {
  const asked = operations.filter(
    ({ ownQuery }) =>
      ownQuery !== undefined && Object.entries(ownQuery).every(([name, value]) => query[name] === value),
  );
  return asked.length > 0 ? asked : operations.filter(({ ownQuery }) => ownQuery === undefined);
}

/** A segment as it is meant; one that cannot be decoded, as it is. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Reads the path parameters out of a segment of a URL; undefined when the template's segment is another. */
export type ReadSegment = (segment: string) => Readonly<Record<string, string>> | undefined;

const NOTHING = {};

/** What reads the segments for one of a template: a name, `{id}`, or `{id}:lend`. */
export function segmentReader(template: string): ReadSegment {
  const names = namesIn(template);
  const [only] = names;
  if (only === undefined) {
    const literal = decodeSegment(template);
    return (segment) => (decodeSegment(segment) === literal ? NOTHING : undefined);
  }
  if (template === `{${only}}`) {
    return (segment) => (segment === "" ? undefined : { [only]: decodeSegment(segment) });
  }
  // A colon in a parameter's value is encoded, so that the one of an action is told from it.
  const literals = template.split(/\{[^{}]*\}/).map((text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${literals.join("(.+?)")}$`);
  return (segment) => {
    const values = pattern.exec(segment)?.slice(1);
    return (
      values && Object.fromEntries(names.map((name, index) => [name, decodeSegment(values[index] ?? "")]))
    );
  };
}
