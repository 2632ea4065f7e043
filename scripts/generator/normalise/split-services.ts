import { camelCase } from "../document/names.js";
import { parsePath } from "../document/resource-path.js";
import type { Part } from "../read/part.js";
import { dropUnused } from "./8-share/drop-unused.js";

/** A service, and what each document says of it. */
export interface ServiceParts {
  /** What it is called: `["pim", "v1"]` */
  readonly names: readonly string[];
  /** Where its resources are in a client: `["pim", "v1"]`; `[]` for a service that a document names. */
  readonly place: readonly string[];
  readonly parts: readonly Part[];
}

/**
 * Sorts documents into services by their paths: several documents may describe one service, and one document several. A
 * document that names its service, in `x-service`, is of that service as a whole, whatever its paths.
 * From here on a service is decided by its own parts alone, so that it is the same whatever else is read.
 *
 * @throws {DocumentError} where a service that a document names would have resources where another has them
 */
export function splitServices(parts: readonly Part[]): readonly ServiceParts[] {
  const services = new Map<string, ServiceParts & { readonly parts: Part[] }>();
  for (const part of parts) {
    for (const { names, place, document } of servicesOf(part)) {
      const id = JSON.stringify([names, place]);
      const service = services.get(id) ?? { names, place, parts: [] };
      services.set(id, service);
      service.parts.push({ ...part, document: dropUnused(document) });
    }
  }
  const sorted = [...services.values()].sort((a, b) => (idOf(a.names) < idOf(b.names) ? -1 : 1));
  for (const service of sorted.filter(({ place }) => place.length === 0)) refuseSharedPlaces(service, sorted);
  return sorted;
}

/** The services that a part describes, and what it says of each. */
function servicesOf({ document }: Part): readonly (Omit<ServiceParts, "parts"> & Pick<Part, "document">)[] {
  const { "x-service": named, paths } = document;
  if (named !== undefined) return [{ names: named.split("-").map(camelCase), place: [], document }];
  const prefixes = new Map(Object.keys(paths).map((path) => [idOf(prefixOf(path)), prefixOf(path)]));
  return [...prefixes].map(([id, prefix]) => {
    const own = Object.entries(paths).filter(([path]) => idOf(prefixOf(path)) === id);
    return { names: prefix, place: prefix, document: { ...document, paths: Object.fromEntries(own) } };
  });
}

/** A client has one tree of resources, in which a service has whatever its paths begin with. */
function refuseSharedPlaces(service: ServiceParts, services: readonly ServiceParts[]): void {
  const others = services.filter((other) => other !== service).flatMap(({ parts }) => parts);
  const taken = new Map(
    others.flatMap(({ source, document }) =>
      Object.keys(document.paths).map((path) => [prefixOf(path)[0], source.name] as const),
    ),
  );
  for (const { source, document } of service.parts) {
    const path = Object.keys(document.paths).find((one) => taken.has(prefixOf(one)[0]));
    if (path === undefined) continue;
    const [first = ""] = prefixOf(path);
    const other = taken.get(first) ?? "";
    const message = `a client cannot have \`${first}\` of both this document and ${other}; generate them into different folders`;
    throw source.error(["paths", path], message);
  }
}

function prefixOf(path: string): readonly string[] {
  return parsePath(path).service;
}

function idOf(names: readonly string[]): string {
  return names.join(".");
}
