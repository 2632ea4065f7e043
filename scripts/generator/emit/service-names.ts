import { freeName, identifierFor, pascalCase } from "../document/names.js";
import { unreservedName } from "../document/reserved-names.js";
import { isKeyword } from "./keywords.js";
import { withDescendants, type Resource } from "./resource-tree.js";

/** What the module of a service calls what is in it. */
export interface ServiceNames {
  /** The constant that holds the API of this service alone: `pimV1`. */
  readonly api: string;
  /** The constant that holds the table of operations: `pimV1Operations`. */
  readonly table: string;
  /** The interface of a resource: `PimV1Integrations`. */
  readonly interfaceOf: (resource: Resource) => string;
}

/** What a module or its index exports beside services. */
const FIXED_NAMES = ["Resources", "api", "operations", "paths"];

/**
 * Names a service and its resources, by the service alone.
 *
 * @param called the parts of the service's name
 * @param types the names of the types that its module declares as well
 */
export function nameService(
  service: Resource,
  called: readonly string[],
  types: Iterable<string>,
): ServiceNames {
  const taken = new Set([...types, ...FIXED_NAMES]);
  const claim = (...names: readonly string[]): string => {
    const name = freeName(names, (candidate) => taken.has(candidate) || isKeyword(candidate));
    taken.add(name);
    return name;
  };
  const interfaces = new Map<Resource, string>();
  for (const resource of withDescendants(service)) {
    const below = resource.names.slice(service.names.length);
    const name = identifierFor([...called, ...below].map(pascalCase).join(""));
    interfaces.set(resource, claim(unreservedName(name), `${name}Resource`));
  }
  const words = called.map((part, index) => (index === 0 ? part : pascalCase(part)));
  const name = identifierFor(words.join(""));
  return {
    api: claim(name, `${name}Service`),
    table: claim(`${name}Operations`),
    interfaceOf(resource) {
      const found = interfaces.get(resource);
      if (found === undefined) throw new Error(`${resource.names.join(".")} is not of ${called.join(".")}`);
      return found;
    },
  };
}

/** The name of a service's file, without its suffix: `pim-v1`. */
export function fileName(file: string, isTaken: (name: string) => boolean): string {
  return freeName([file, `${file}-service`], (name) => ["index", "shared"].includes(name) || isTaken(name));
}
