import type { Report } from "../document/fix.js";
import { nearestName } from "../document/nearest-name.js";
import type { Pointer } from "../document/pointer.js";
import { isRecord } from "../document/records.js";
import { parsePath } from "../document/resource-path.js";
import type { Source } from "./source.js";

/** A whole document, and whether it was given as a fragment. */
export interface Completed {
  readonly source: Source;
  readonly isFragment: boolean;
}

/** The keys at the root of a document. */
const ROOT_KEYS = [
  "openapi",
  "swagger",
  "info",
  "paths",
  "components",
  "servers",
  "security",
  "tags",
  "webhooks",
  "externalDocs",
  "jsonSchemaDialect",
  "$self",
];

/**
 * Completes a fragment, a piece of a document as it is copied from a page of documentation: `paths` and nothing else, or
 * the paths without that key. It has no title: its name is what its paths start with. A whole document is returned
 * unchanged.
 *
 * @throws {DocumentError} for a document whose `openapi` or `paths` is misspelt
 */
export function completeFragment(source: Source, report: Report): Completed {
  const { data } = source;
  if (!isRecord(data)) return { source, isFragment: false };
  refuseMisspelt(source, data);
  if ("openapi" in data || "swagger" in data) return { source, isFragment: false };
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
  const others = isBare ? [] : names.filter((name) => !FRAGMENT_KEYS.has(name) && !name.startsWith("x-"));
  if (others.length > 0) {
    report(
      [],
      `taken for a fragment, in which enums are open: it has ${others.join(", ")}, but does not say \`openapi: 3.x\``,
      "doubtful",
    );
  }
  const completed = { openapi: "3.0.3", ...(isBare ? { paths } : data) };
  const placeOf = (pointer: Pointer): Pointer =>
    isBare && pointer[0] === "paths" ? pointer.slice(1) : pointer;
  return {
    source: {
      ...source,
      data: completed,
      placeOf: (pointer) => source.placeOf(placeOf(pointer)),
      error: (pointer, message) => source.error(placeOf(pointer), message),
    },
    isFragment: true,
  };
}

/** What a piece of a document is copied with: the rest belongs to a document as a whole. */
const FRAGMENT_KEYS = new Set(["paths", "components"]);

/** A document is told from a fragment, and from other files, by these keys. */
function refuseMisspelt(source: Source, root: Readonly<Record<string, unknown>>): void {
  const isVersioned = "openapi" in root || "swagger" in root;
  const missing = [...(isVersioned ? [] : ["openapi", "swagger"]), ...("paths" in root ? [] : ["paths"])];
  for (const name of Object.keys(root)) {
    if (ROOT_KEYS.includes(name) || name.startsWith("/")) continue;
    const meant = nearestName(name, ROOT_KEYS);
    if (meant !== undefined && missing.includes(meant)) {
      throw source.error([name], `there is no key \`${name}\`: did you mean \`${meant}\`?`);
    }
  }
}
