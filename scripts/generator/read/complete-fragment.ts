import type { Report } from "../document/fix.js";
import type { Pointer } from "../document/pointer.js";
import { isRecord } from "../document/records.js";
import { parsePath } from "../document/resource-path.js";
import type { Source } from "./source.js";

/** A whole document, and whether it was given as a fragment. */
export interface Completed {
  readonly source: Source;
  readonly isFragment: boolean;
}

/**
 * Completes a fragment, a piece of a document as it is copied from a page of documentation: `paths` and nothing else, or
 * the paths without that key. It has no title: its name is what its paths start with. A whole document is returned
 * unchanged.
 */
export function completeFragment(source: Source, report: Report): Completed {
  const { data } = source;
  if (!isRecord(data) || "openapi" in data || "swagger" in data) return { source, isFragment: false };
  const names = Object.keys(data);
  const isBare = names.length > 0 && names.every((name) => name.startsWith("/"));
  const paths = isBare ? data : data["paths"];
  if (!isRecord(paths)) return { source, isFragment: false };

  const [path = ""] = Object.keys(paths);
  const { service } = parsePath(path);
  report(
    [],
    `completed to a document, ${service.join("/")}: it has only ${isBare ? "paths" : names.join(", ")}`,
  );
  const completed = { openapi: "3.0.3", ...(isBare ? { paths } : data) };
  const placeOf = (pointer: Pointer): Pointer =>
    isBare && pointer[0] === "paths" ? pointer.slice(1) : pointer;
  return {
    source: {
      ...source,
      data: completed,
      error: (pointer, message) => source.error(placeOf(pointer), message),
    },
    isFragment: true,
  };
}
