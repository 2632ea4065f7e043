import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CommandError } from "../shared/command-error.js";
import { systemReason } from "../shared/system-error.js";

/**
 * Reads a file that the user has named.
 *
 * @param folder the folder that the name is relative to
 * @throws {CommandError} that names the file and the reason when it cannot be read
 */
export async function readText(name: string, folder: string): Promise<string> {
  return readFile(resolve(folder, name), "utf8").catch((error: unknown) => {
    throw unreadable(name, error);
  });
}

/** The error that names a file which cannot be read. */
export function unreadable(name: string, error: unknown): unknown {
  return error instanceof Error ? new CommandError(`${name}: ${reasonOf(error)}`) : error;
}

/** An error of the system may be without a path: a folder is opened as a file is, and only then not read. */
function reasonOf(error: Error): string {
  if (error instanceof RangeError) return "it is too large: a text ends at 512 MiB";
  return "syscall" in error ? systemReason(error as NodeJS.ErrnoException) : error.message;
}
