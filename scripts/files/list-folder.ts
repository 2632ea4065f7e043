import { readdir } from "node:fs/promises";

/** The names in a folder except hidden ones, in an order that does not depend on the system; none if there is no folder. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => !name.startsWith(".")).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
