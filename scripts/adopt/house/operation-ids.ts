import type { Node } from "../../generator/document/nodes.js";
import { freeName, pascalCase } from "../../generator/document/names.js";
import { isRecord, mapValues } from "../../generator/document/records.js";
import { textAt } from "../node.js";
import type { Service } from "../published/services.js";

/**
 * Gives operations without an id one of the house's pattern: what is done, the service, its version, and to what, as in
 * `queryMetricsV2Cloud`. A path's own version stands in for that of the service.
 */
export function nameOperations(service: Service): Service {
  const taken = new Set(operationsOf(service.paths).map(({ operation }) => textAt(operation, "operationId")));
  const paths = mapValues(service.paths, (item, path) =>
    mapValues(item, (operation, method) => {
      if (!isRecord(operation) || operation["operationId"] !== undefined) return operation;
      const operationId = freeName([idFor(service.prefix, method, path)], (name) => taken.has(name));
      taken.add(operationId);
      return { operationId, ...operation };
    }),
  );
  return { ...service, paths };
}

const VERBS: Readonly<Record<string, string>> = {
  get: "get",
  put: "replace",
  post: "create",
  patch: "update",
  delete: "delete",
};

function idFor(prefix: string, method: string, path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "" && !segment.startsWith("{"));
  const version = segments.find((segment) => /^v\d+$/.test(segment)) ?? "";
  const [service = ""] = prefix.split(/[/-]v\d/);
  const names = segments.filter((segment) => segment !== version && segment !== service);
  // A last segment that is a verb, such as `query`, says what a POST does.
  const isCommand = method === "post" && names.length > 1;
  const verb = isCommand ? (names.at(-1) ?? "") : (VERBS[method] ?? method);
  const things = isCommand ? names.slice(0, -1) : names;
  return verb + [service, version, ...things].map(pascalCase).join("");
}

export function operationsOf(
  paths: Readonly<Record<string, Node>>,
): readonly { readonly path: string; readonly method: string; readonly operation: Node }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      isRecord(operation) ? [{ path, method, operation }] : [],
    ),
  );
}
