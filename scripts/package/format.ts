import { format, resolveConfig } from "prettier";

/** Formats files with the prettier configuration of a folder, so that they pass its `prettier --check`. */
export async function formatterFor(folder: string): Promise<(text: string, file: string) => Promise<string>> {
  const config = await resolveConfig(`${folder}/index.ts`);
  return (text, file) => format(text, { ...config, filepath: file });
}
