import { parseReference, type Pointer } from "../generator/document/pointer.js";
import { directionOf } from "./project.js";
import type { RedoclyChange } from "./redocly-diff.js";

export const IMPACTS = ["patch", "minor", "major"] as const;
/** The step of the version that a change asks for: `major` when it breaks callers. */
export type Impact = (typeof IMPACTS)[number];

/** Keywords that tell something and decide nothing. */
const ANNOTATIONS = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "deprecated",
  "readOnly",
  "writeOnly",
  "tags",
  "version",
  "name",
]);
/** Parts that only tell something. */
const TELLING = new Set([
  "Info",
  "Contact",
  "License",
  "Tag",
  "TagList",
  "ExternalDocs",
  "Example",
  "ExamplesMap",
]);

/** What a change means to callers. Redocly is right about what breaks them, with one gap; what it lets pass may still matter. */
export function rate({ path, kind, property, typeName, impact }: RedoclyChange): Impact {
  const way = pointerOf(path);
  if (impact !== "patch") return impact;
  if (kind === "removed" && property === undefined) {
    return way.at(-2) === "properties" && directionOf(way) === "sent" ? "major" : lost(typeName);
  }
  return property === undefined || ANNOTATIONS.has(property) || property.startsWith("x-")
    ? "patch"
    : lost(typeName);
}

function lost(typeName: string): Impact {
  return TELLING.has(typeName) ? "patch" : "minor";
}

export function pointerOf(path: string): Pointer {
  return parseReference(path) ?? [];
}
