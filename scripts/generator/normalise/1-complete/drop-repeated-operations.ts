import { HTTP_METHODS, type OpenApiDocument, type Operation, type PathItem } from "../../document/openapi.js";
import { mapValues } from "../../document/records.js";
import type { Part } from "../../read/part.js";
import type { Stage } from "../stage.js";

/**
 * Drops an operation of a fragment if a whole document describes it too, or an earlier fragment: a page of the
 * documentation shows the same operation as its service's document, with less around it. Of two whole documents neither
 * can be preferred, so `merge` refuses them.
 */
export const dropRepeatedOperations: Stage<readonly Part[]> = (parts) => {
  const owners = new Map<string, Part>();
  const ordered = [
    ...parts.filter(({ isFragment }) => !isFragment),
    ...parts.filter(({ isFragment }) => isFragment),
  ];
  for (const part of ordered) {
    for (const place of placesOf(part.document)) if (!owners.has(place)) owners.set(place, part);
  }
  return parts.map((part) => {
    if (!part.isFragment) return part;
    const paths = mapValues(part.document.paths, (item, path): PathItem => {
      const kept = HTTP_METHODS.flatMap((method): [string, Operation][] => {
        const operation = item[method];
        if (!operation) return [];
        const owner = owners.get(`${method} ${path}`);
        if (owner === part || !owner) return [[method, operation]];
        part.report(
          ["paths", path, method],
          `left out: ${owner.source.name} describes ${operation.operationId} too`,
        );
        return [];
      });
      return Object.fromEntries(kept);
    });
    return { ...part, document: { ...part.document, paths } };
  });
};

function placesOf({ paths }: OpenApiDocument): readonly string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    HTTP_METHODS.filter((method) => item[method]).map((method) => `${method} ${path}`),
  );
}
