import { freeName, isIdentifier, pascalCase } from "../document/names.js";
import { unreservedName } from "../document/reserved-names.js";
import { isKeyword } from "./keywords.js";
import type { Resource } from "./resource-tree.js";

/** What the generated files call a service and what is in it. */
export interface ServiceNames {
  /** Without its suffix: `pim-v1`. */
  readonly file: string;
  /** The constant that holds the API of this service alone: `pimV1`. */
  readonly api: string;
  /** The constant that holds the table of operations: `pimV1Operations`. */
  readonly table: string;
}

export interface Names {
  of(service: Resource): ServiceNames;
  /** The interface of a resource: `PimV1Integrations`. */
  interfaceOf(resource: Resource): string;
}

/**
 * Names all services and resources, so that the index can export everything side by side.
 *
 * @param types the names of the types that are exported as well
 */
export function nameServices(services: readonly Resource[], types: ReadonlySet<string>): Names {
  const exported = new Set([...types, "api", "Resources"]);
  const claim = (...names: readonly string[]): string =>
    claimFrom(exported, names, (name) => !isKeyword(name));
  const interfaces = new Map<Resource, string>();
  const nameInterfaces = (resource: Resource): void => {
    const name = identifierOf(resource.names.map(pascalCase));
    interfaces.set(resource, claim(unreservedName(name), `${name}Resource`));
    resource.children.forEach(nameInterfaces);
  };
  services.forEach(nameInterfaces);

  const files = new Set(["index", "types"]);
  const byService = new Map<Resource, ServiceNames>();
  for (const service of services) {
    const { names } = service;
    const file = names.join("-").replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    const name = identifierOf(names.map((part, index) => (index === 0 ? part : pascalCase(part))));
    byService.set(service, {
      file: claimFrom(files, [file, `${file}-service`]),
      api: claim(name, `${name}Service`),
      table: claim(`${name}Operations`),
    });
  }
  return {
    of: (service) => found(byService, service),
    interfaceOf: (resource) => found(interfaces, resource),
  };
}

function claimFrom(
  taken: Set<string>,
  names: readonly string[],
  isPossible: (name: string) => boolean = () => true,
): string {
  const name = freeName(names, (candidate) => taken.has(candidate) || !isPossible(candidate));
  taken.add(name);
  return name;
}

function identifierOf(words: readonly string[]): string {
  const name = words.join("");
  return isIdentifier(name) ? name : `_${name}`;
}

function found<T>(names: ReadonlyMap<Resource, T>, resource: Resource): T {
  const name = names.get(resource);
  if (name === undefined) throw new Error(`${resource.names.join(".")} was not named`);
  return name;
}
