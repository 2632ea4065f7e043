import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { InputDocument } from "../generator/generate.js";
import { CommandError } from "../shared/command-error.js";
import { documentsIn, overlayNames } from "./folder-documents.js";

export interface InputOptions {
  /** The overlay of the one document, in place of one beside it. */
  readonly overlay?: string | undefined;
  /** Called for what a folder holds that is no document, though its name would do. */
  readonly onLeftOut?: (name: string) => void;
}

/**
 * Reads documents, and all that a folder holds; a document comes with the overlay beside it.
 *
 * @param folder what paths are relative to
 */
export async function readInputs(
  paths: readonly string[],
  folder: string,
  { overlay, onLeftOut = () => undefined }: InputOptions = {},
): Promise<readonly InputDocument[]> {
  const names = (await Promise.all(paths.map((path) => namesAt(path, folder, onLeftOut)))).flat();
  if (overlay !== undefined && names.length !== 1) {
    throw new CommandError(`--overlay corrects one document; there are ${names.length}`);
  }
  return Promise.all(names.map((name) => readInput(name, folder, overlay)));
}

async function namesAt(
  path: string,
  folder: string,
  onLeftOut: (name: string) => void,
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
    const found = others.length === 0 ? "no YAML, no JSON" : `${others.join(", ")}: of another kind`;
    throw new CommandError(`${path}: there is no OpenAPI document in this folder (${found})`);
  }
  const within = (name: string): string => `${path.replace(/[/\\]+$/, "")}/${name}`;
  for (const name of others) onLeftOut(within(name));
  return documents.map(within);
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
