import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { listFolder } from "./list-folder.js";

/** The names of files, in an order that does not depend on the system. */
export interface FoundDocuments {
  readonly documents: readonly string[];
  /** Other YAML and JSON files, and overlays without a document. */
  readonly others: readonly string[];
}

const OVERLAY_EXTENSIONS = ["yaml", "yml", "json"] as const;
const READABLE = /\.(?:ya?ml|json)$/;
const OVERLAY = /\.overlay\.(?:ya?ml|json)$/;

/** Whether a file may be a document or an overlay, judged by its name. */
export function isReadable(name: string): boolean {
  return READABLE.test(name);
}

/** The names that the overlay of a document may have: `service.overlay.yaml` corrects `service.yaml`. */
export function overlayNames(document: string): readonly string[] {
  const name = document.replace(/\.[^./\\]+$/, "");
  return OVERLAY_EXTENSIONS.map((extension) => `${name}.overlay.${extension}`);
}

/** Separates the documents of a folder from other files, such as the configuration of tools. */
export async function documentsIn(folder: string): Promise<FoundDocuments> {
  return documentsAmong(await listFolder(folder), folder);
}

/** Separates documents from other files. */
export async function documentsAmong(files: readonly string[], folder: string): Promise<FoundDocuments> {
  const names = files.filter(isReadable);
  const documents: string[] = [];
  for (const name of names.filter((candidate) => !OVERLAY.test(candidate))) {
    if (looksLikeDocument(await readFile(resolve(folder, name), "utf8"))) documents.push(name);
  }
  const taken = new Set([...documents, ...documents.flatMap(overlayNames)]);
  return { documents, others: names.filter((name) => !taken.has(name)) };
}

/** A key at the root of an OpenAPI document; the root of a fragment may have only paths. */
const ROOT_KEY = String.raw`["']?(?:openapi["']?\s*:|swagger["']?\s*:|paths["']?\s*:|/)`;

/**
 * Whether a text is an OpenAPI document, or was meant to be one. The text is searched, not parsed: a document with a syntax
 * error is to be reported, not skipped; and where nothing has changed, no parser needs to be loaded.
 */
function looksLikeDocument(text: string): boolean {
  if (/^\s*\{/.test(text)) return isJsonDocument(text);
  // The indentation of the outermost mapping: a fragment may be copied with its indentation.
  const [, indent] = /^([ ]*)(?![ #%]|---|\r?$)/m.exec(text) ?? [];
  return indent !== undefined && new RegExp(`^${indent}${ROOT_KEY}`, "m").test(text);
}

function isJsonDocument(text: string): boolean {
  try {
    const keys = Object.keys(JSON.parse(text) as object);
    return keys.some((key) => new RegExp(`^${ROOT_KEY}`).test(`${key}:`));
  } catch {
    return /["']?(?:openapi|swagger)["']?\s*:/.test(text);
  }
}
