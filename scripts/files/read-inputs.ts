import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { InputDocument } from "../generator/read/input.js";
import { CommandError } from "../shared/command-error.js";
import { documentsAmong, documentsIn, overlayNames } from "./folder-documents.js";
import { expandGlob, isGlob } from "./glob.js";
import { readText, unreadable } from "./read-text.js";

export interface InputOptions {
  /** The overlay of the only document, instead of one beside it. */
  readonly overlay?: string | undefined;
  /** Called with the YAML and JSON files of a folder, or of a glob, that are skipped, if there are any. */
  readonly onSkipped?: (names: readonly string[]) => void;
}

/** Stands for standard input among paths. */
export const STDIN = "-";

/** What messages call a document of standard input. */
const STDIN_NAME = "<stdin>";

/**
 * Reads documents, each with the overlay beside it.
 *
 * @param paths files; folders and globs, of which all documents are read; `-` for standard input
 * @param folder the folder that the paths are relative to
 * @throws {CommandError} for a path that cannot be read, and for a folder or a glob without documents
 */
export async function readInputs(
  paths: readonly string[],
  folder: string,
  { overlay, onSkipped = () => undefined }: InputOptions = {},
): Promise<readonly InputDocument[]> {
  const names = (await Promise.all(paths.map((path) => namesAt(path, folder, onSkipped)))).flat();
  if (overlay !== undefined && names.length !== 1) {
    throw new CommandError(`--overlay needs exactly one document, not ${names.length}`);
  }
  // A file that several of the paths lead to is one document.
  return Promise.all([...new Set(names)].map((name) => readInput(name, folder, overlay)));
}

async function namesAt(
  path: string,
  folder: string,
  onSkipped: (names: readonly string[]) => void,
): Promise<readonly string[]> {
  if (path === STDIN) return [path];
  const found = await stat(resolve(folder, path)).catch((error: unknown) => {
    if (isGlob(path)) return undefined;
    throw unreadable(path, error);
  });
  if (found && !found.isDirectory()) return [path];
  const prefix = found ? `${path.replace(/(?<![/\\])[/\\]+$/, "")}/` : "";
  const { documents, others } = found
    ? await documentsIn(resolve(folder, path))
    : await documentsAmong(await expandGlob(path, folder), folder);
  if (documents.length === 0) throw new CommandError(`${path}: ${noDocument(others, found !== undefined)}`);
  if (others.length > 0) onSkipped(others.map((name) => prefix + name));
  return documents.map((name) => prefix + name);
}

function noDocument(others: readonly string[], isFolder: boolean): string {
  const files = others.length === 0 ? "no YAML or JSON files" : undefined;
  if (!isFolder) return `no OpenAPI document matches (${files ?? `not OpenAPI: ${others.join(", ")}`})`;
  return `no OpenAPI document in this folder (${files ? `it has ${files}` : `not OpenAPI: ${others.join(", ")}`})`;
}

async function readInput(path: string, folder: string, overlay?: string): Promise<InputDocument> {
  const input = path === STDIN ? await readStdin() : { name: path, text: await readText(path, folder) };
  if (overlay !== undefined)
    return { ...input, overlay: { name: overlay, text: await readText(overlay, folder) } };
  if (path === STDIN) return input;
  for (const beside of overlayNames(path)) {
    const correction = await readFile(resolve(folder, beside), "utf8").catch(() => undefined);
    if (correction !== undefined) return { ...input, overlay: { name: beside, text: correction } };
  }
  return input;
}

async function readStdin(): Promise<InputDocument> {
  return { name: STDIN_NAME, text: await text(process.stdin) };
}
