import { camelCase, freeName } from "../document/names.js";
import type { Method } from "./methods.js";

/**
 * Places and names methods so that none hides another: the first keeps its verb, a later one of the same resource takes
 * its whole id, as does one that has the name of a resource. A service within another is a resource of that.
 */
export function distinctMethods(methods: readonly Method[]): readonly Method[] {
  const services = new Set(methods.map(({ service }) => service.join(".")));
  const placed = methods.map((method) => {
    const all = [...method.service, ...method.resource];
    const length =
      method.service.findIndex((_, index) => services.has(all.slice(0, index + 1).join("."))) + 1;
    return { ...method, service: all.slice(0, length), resource: all.slice(length) };
  });

  const taken = new Set<string>();
  for (const { service, resource } of placed) {
    resource.forEach((_, index) => taken.add([...service, ...resource.slice(0, index + 1)].join(".")));
  }
  return placed.map((method) => {
    const key = (name: string): string => [...method.service, ...method.resource, name].join(".");
    const names = [method.name, camelCase(method.operation.operationId)];
    const name = freeName(names, (candidate) => taken.has(key(candidate)));
    taken.add(key(name));
    return { ...method, name };
  });
}
