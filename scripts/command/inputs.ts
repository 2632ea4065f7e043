import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { listFolder } from "../folder.js";
import type { InputDocument } from "../pipeline.js";
import { CommandError } from "./command-error.js";

/** `service.yaml`, and with it `service.overlay.yaml`, which corrects it. */
const DOCUMENT = /^(?<name>.+)\.(?:ya?ml|json)$/;
const OVERLAY = /\.overlay\.(?:ya?ml|json)$/;

/** The names of the documents in a folder, in an order that is the same everywhere. */
export async function documentsIn(folder: string): Promise<readonly string[]> {
  return (await listFolder(folder)).filter(isDocument);
}

export function isDocument(name: string): boolean {
  return DOCUMENT.test(name) && !OVERLAY.test(name);
}

export function isOverlay(name: string): boolean {
  return OVERLAY.test(name);
}

/**
 * Reads documents, and all that a folder holds; a document comes with the overlay beside it.
 *
 * @param folder what paths are relative to
 * @param overlay the overlay of the one document, in place of one beside it
 */
export async function readInputs(
  paths: readonly string[],
  folder: string,
  overlay?: string,
): Promise<readonly InputDocument[]> {
  const names = (await Promise.all(paths.map((path) => namesAt(path, folder)))).flat();
  if (overlay !== undefined && names.length !== 1) {
    throw new CommandError(`--overlay corrects one document; there are ${names.length}`);
  }
  return Promise.all(names.map((name) => readInput(name, folder, overlay)));
}

async function namesAt(path: string, folder: string): Promise<readonly string[]> {
  const isFolder = await stat(resolve(folder, path)).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw unreadable(path, error);
    },
  );
  if (!isFolder) return [path];
  const names = await documentsIn(resolve(folder, path));
  if (names.length === 0) throw new CommandError(`${path}: there is no OpenAPI document`);
  return names.map((name) => `${path.replace(/[/\\]+$/, "")}/${name}`);
}

async function readInput(name: string, folder: string, overlay?: string): Promise<InputDocument> {
  const text = await readText(name, folder);
  if (overlay !== undefined)
    return { name, text, overlay: { name: overlay, text: await readText(overlay, folder) } };
  const beside = `${name.replace(/\.[^.]+$/, "")}.overlay.yaml`;
  const correction = await readFile(resolve(folder, beside), "utf8").catch(() => undefined);
  return correction === undefined
    ? { name, text }
    : { name, text, overlay: { name: beside, text: correction } };
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
