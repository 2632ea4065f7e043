import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, with those around it that are missing. Node's own recursive `mkdir` never ends where the system denies
 * that a folder is there and refuses to make one, as in `/proc`.
 *
 * @param mode of the folders that are made
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const outer = dirname(folder);
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (code !== "ENOENT" || outer === folder) throw error;
    await makeFolder(outer, mode);
    await mkdir(folder, mode);
  }
}
