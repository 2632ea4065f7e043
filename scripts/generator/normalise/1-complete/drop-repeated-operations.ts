import type { OpenApiDocument, Operation, PathItem } from "../../document/openapi.js";
import { HTTP_METHODS } from "../../document/openapi.js";
import { mapValues } from "../../document/records.js";
import type { Report } from "../../document/fix.js";
import type { Part } from "../6-merge/merge.js";

/** A part of what is generated from, and how to report on it. */
export interface ReportedPart extends Part {
  readonly isFragment: boolean;
  readonly report: Report;
}

/**
 * Leaves an operation out of a fragment when a whole document describes it too, or another fragment before: a page of
 * the documentation shows the same operation as its service's document, with less around it. Whole documents that
 * describe the same are not to be told apart like this; they are refused.
 */
export function dropRepeated(parts: readonly ReportedPart[]): readonly ReportedPart[] {
  const owners = new Map<string, ReportedPart>();
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
}

function placesOf({ paths }: OpenApiDocument): readonly string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    HTTP_METHODS.filter((method) => item[method]).map((method) => `${method} ${path}`),
  );
}
