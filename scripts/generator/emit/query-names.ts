import { freeName, identifierFor, pascalCase, verbOf } from "../document/names.js";
import type { Method } from "./methods.js";

/**
 * Names for the query parameters of operations, by the operations' ids: `ListIntegrationsQuery` for
 * `listPimV1Integrations`. The service is left out where that leaves no two with the same name.
 */
export function nameQueries(
  methods: readonly Method[],
  types: Iterable<string>,
): ReadonlyMap<string, string> {
  const taken = new Set(types);
  const names = new Map<string, string>();
  for (const { query, operation, service, resource } of methods) {
    if (query.length === 0) continue;
    const full = pascalCase(operation.operationId);
    const short = full.replace(service.map(pascalCase).join(""), "");
    const verb = pascalCase(verbOf(operation.operationId));
    // A verb alone says nothing of what it is about.
    const found = [short, full, verb + [...service, ...resource].map(pascalCase).join("")];
    const candidates = found
      .filter((name) => name !== verb && name !== "")
      .map((name) => identifierFor(`${name}Query`));
    const name = freeName(candidates, (candidate) => taken.has(candidate));
    taken.add(name);
    names.set(operation.operationId, name);
  }
  return names;
}
