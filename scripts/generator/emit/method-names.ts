import { camelCase, freeName, pascalCase } from "../document/names.js";
import { VERSION } from "../document/resource-path.js";
import type { Method } from "./methods.js";

/**
 * Names the methods of a service so that none hides another: the first keeps its verb, a later one of the same resource
 * takes its whole id, as does one that has the name of a resource, or of a version that may stand beside it as a service.
 */
export function distinctMethods(methods: readonly Method[]): readonly Method[] {
  const taken = new Set<string>();
  for (const { resource } of methods) {
    resource.forEach((_, index) => taken.add(resource.slice(0, index + 1).join(".")));
  }
  return methods.map((method) => {
    const key = (name: string): string => [...method.resource, name].join(".");
    const { operationId } = method.operation;
    const names = [method.name, camelCase(operationId), `call${pascalCase(operationId)}`];
    const name = freeName(names, (candidate) => taken.has(key(candidate)) || VERSION.test(key(candidate)));
    taken.add(key(name));
    return { ...method, name };
  });
}
