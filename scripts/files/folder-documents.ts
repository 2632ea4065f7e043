import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFolder } from "./list-folder.js";

/** What a folder holds, by the names of its files, in an order that is the same everywhere. */
export interface FolderDocuments {
  readonly documents: readonly string[];
  /** YAML and JSON that is something else, and overlays of documents that are not there. */
  readonly others: readonly string[];
}

const OVERLAY_KINDS = ["yaml", "yml", "json"] as const;
const READABLE = /\.(?:ya?ml|json)$/;
const OVERLAY = /\.overlay\.(?:ya?ml|json)$/;

/** Whether a file may be a document or an overlay, as far as its name says. */
export function isReadable(name: string): boolean {
  return READABLE.test(name);
}

/** What an overlay of a document may be called: `service.overlay.yaml` corrects `service.yaml`. */
export function overlayNames(document: string): readonly string[] {
  const name = document.replace(/\.[^./\\]+$/, "");
  return OVERLAY_KINDS.map((kind) => `${name}.overlay.${kind}`);
}

/** Folders of documents hold other things as well, such as the settings of tools: those are not generated from. */
export async function documentsIn(folder: string): Promise<FolderDocuments> {
  const names = (await listFolder(folder)).filter(isReadable);
  const documents: string[] = [];
  for (const name of names.filter((candidate) => !OVERLAY.test(candidate))) {
    if (looksLikeDocument(await readFile(join(folder, name), "utf8"))) documents.push(name);
  }
  const taken = new Set([...documents, ...documents.flatMap(overlayNames)]);
  return { documents, others: names.filter((name) => !taken.has(name)) };
}

/** What an OpenAPI document begins with, or has beside its first key; a fragment may have nothing but the paths themselves. */
const ROOT_KEY = String.raw`["']?(?:openapi["']?\s*:|swagger["']?\s*:|paths["']?\s*:|/)`;

/**
 * Whether a text is an OpenAPI document, or was meant to be one: a document with a slip is to be reported, and not to be
 * left out. So it is not parsed, which would also take the packages for that, and time, where nothing has changed.
 */
export function looksLikeDocument(text: string): boolean {
  if (/^\s*\{/.test(text)) return isJsonDocument(text);
  // The indentation of the outermost mapping: a fragment may be copied with what stood before it.
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
