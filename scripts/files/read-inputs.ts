import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { InputDocument } from "../generator/read/input.js";
import { CommandError } from "../shared/command-error.js";
import { documentsIn, overlayNames } from "./folder-documents.js";

export interface InputOptions {
  /** The overlay of the only document, instead of one beside it. */
  readonly overlay?: string | undefined;
  /** Called with the name of each YAML or JSON file in a folder that is skipped. */
  readonly onSkipped?: (name: string) => void;
}

/**
 * Reads documents, each with the overlay beside it.
 *
 * @param paths files, or folders, of which all documents are read
 * @param folder the folder that the paths are relative to
 * @throws {CommandError} for a path that cannot be read, and for a folder without documents
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
  return Promise.all(names.map((name) => readInput(name, folder, overlay)));
}

async function namesAt(
  path: string,
  folder: string,
  onSkipped: (name: string) => void,
): Promise<readonly string[]> {
  const isFolder = await stat(resolve(folder, path)).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw unreadable(path, error);
    },
  );
  if (!isFolder) return [path];
  const { documents, others } = await documentsIn(resolve(folder, path));
  if (documents.length === 0) {
    const found = others.length === 0 ? "it has no YAML or JSON files" : `not OpenAPI: ${others.join(", ")}`;
    throw new CommandError(`${path}: no OpenAPI document in this folder (${found})`);
  }
  const pathOf = (name: string): string => `${path.replace(/[/\\]+$/, "")}/${name}`;
  for (const name of others) onSkipped(pathOf(name));
  return documents.map(pathOf);
}

async function readInput(name: string, folder: string, overlay?: string): Promise<InputDocument> {
  const text = await readText(name, folder);
  if (overlay !== undefined)
    return { name, text, overlay: { name: overlay, text: await readText(overlay, folder) } };
  for (const beside of overlayNames(name)) {
    const correction = await readFile(resolve(folder, beside), "utf8").catch(() => undefined);
    if (correction !== undefined) return { name, text, overlay: { name: beside, text: correction } };
  }
  return { name, text };
}

async function readText(name: string, folder: string): Promise<string> {
  return readFile(resolve(folder, name), "utf8").catch((error: unknown) => {
    throw unreadable(name, error);
  });
}

function unreadable(name: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  return new CommandError(
    error.code === "ENOENT" ? `${name}: there is no such file` : `${name}: ${error.message}`,
  );
}
