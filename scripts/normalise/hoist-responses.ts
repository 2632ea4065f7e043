import { freeName } from "../document/names.js";
import type { OpenApiDocument, Response } from "../document/openapi.js";
import { formatReference, type Pointer } from "../document/pointer.js";
import { mapValues } from "../document/records.js";
import { mapOperations } from "../document/schemas.js";
import { stableJson } from "./components.js";
import type { MendDocument } from "./mend.js";

/** What failures are called, by their statuses. */
const NAMES: Readonly<Record<string, string>> = {
  400: "BadRequest",
  401: "Unauthenticated",
  402: "QuotaExceeded",
  403: "PermissionDenied",
  404: "NotFound",
  409: "Conflict",
  422: "Unprocessable",
  429: "RateLimited",
  500: "ServerFailure",
  default: "Failed",
};

/** Makes components of failures that several operations describe in the same words, so that each is there once. */
export const hoistResponses: MendDocument = (document, report) => {
  const { responses } = document.components;
  const counts = countFailures(document);
  const keys = new Map(Object.entries(responses).map(([key, response]) => [stableJson(response), key]));
  const added: Record<string, Response> = {};

  const hoist = (response: Response, status: string, pointer: Pointer): Response => {
    const id = stableJson(response);
    const known = keys.get(id);
    if (staysInPlace(response, status) || (known === undefined && (counts.get(id) ?? 0) < 2)) return response;
    const name = NAMES[status] ?? `Failed${status}`;
    const key = known ?? freeName([name], (candidate) => candidate in responses || candidate in added);
    if (known === undefined) {
      keys.set(id, key);
      added[key] = response;
      report(pointer, `the response is the component ${key} now, for all operations that answer the same`);
    }
    return { $ref: formatReference(["components", "responses", key]) };
  };

  const paths = mapOperations(document.paths, (operation, pointer) => ({
    ...operation,
    responses: mapValues(operation.responses, (response, status) =>
      hoist(response, status, [...pointer, "responses", status]),
    ),
  }));
  return {
    ...document,
    paths,
    components: { ...document.components, responses: { ...responses, ...added } },
  };
};

function countFailures({ paths }: OpenApiDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  mapOperations(paths, (operation) => {
    for (const response of Object.values(operation.responses)) {
      const id = stableJson(response);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return operation;
  });
  return counts;
}

/** A success belongs to its operation; what is a reference is shared already. */
function staysInPlace({ $ref }: Response, status: string): boolean {
  return $ref !== undefined || status.startsWith("2");
}
