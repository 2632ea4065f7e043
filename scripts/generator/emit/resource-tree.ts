import type { Method } from "./methods.js";

/** A service or a resource, with its methods and the resources below it. */
export interface Resource {
  /** Its place in a client: `["pim", "v1", "integrations"]` */
  readonly names: readonly string[];
  readonly methods: readonly Method[];
  readonly children: readonly Resource[];
}

/**
 * The tree of a service.
 *
 * @param place where it is in a client
 */
export function resourceTree(place: readonly string[], methods: readonly Method[]): Resource {
  return toResource(place, methods, ({ service, resource }) => [...service, ...resource].slice(place.length));
}

/** A resource and all below it, outermost first. */
export function withDescendants(resource: Resource): readonly Resource[] {
  return [resource, ...resource.children.flatMap(withDescendants)];
}

function toResource(
  names: readonly string[],
  methods: readonly Method[],
  below: (method: Method) => readonly string[],
): Resource {
  const own = methods.filter((method) => below(method).length === 0);
  const deeper = methods.filter((method) => below(method).length > 0);
  const children = [...groupBy(deeper, (method) => below(method)[0] ?? "")].map(([name, group]) =>
    toResource([...names, name], group, (method) => below(method).slice(1)),
  );
  return { names, methods: own, children };
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
