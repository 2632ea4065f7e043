import { parsePath } from "../document/resource-path.js";
import { dropUnused } from "./8-share/drop-unused.js";
import type { Part } from "../read/part.js";

/** A service, and what each document says of it. */
export interface ServiceParts {
  /** `["pim", "v1"]` */
  readonly names: readonly string[];
  readonly parts: readonly Part[];
}

/**
 * Sorts documents into services by their paths: several documents may describe one service, and one document several.
 * From here on a service is decided by its own parts alone, so that it is the same whatever else is read.
 */
export function splitServices(parts: readonly Part[]): readonly ServiceParts[] {
  const services = new Map<string, { names: readonly string[]; parts: Part[] }>();
  for (const part of parts) {
    for (const [id, names] of servicesOf(part)) {
      const service = services.get(id) ?? { names, parts: [] };
      service.parts.push(only(id, part));
      services.set(id, service);
    }
  }
  return [...services].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, service]) => service);
}

function servicesOf({ document }: Part): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.keys(document.paths).map((path) => [idOf(path), parsePath(path).service]));
}

/** What a part says of one service, with the components that this takes. */
function only(id: string, part: Part): Part {
  const paths = Object.entries(part.document.paths).filter(([path]) => idOf(path) === id);
  return { ...part, document: dropUnused({ ...part.document, paths: Object.fromEntries(paths) }) };
}

function idOf(path: string): string {
  return parsePath(path).service.join(".");
}
