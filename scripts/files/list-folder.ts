import { readdir } from "node:fs/promises";

/** The names in a folder, files of the operating system aside, in an order that is the same everywhere. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith(".")).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
