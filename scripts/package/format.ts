import { format, resolveConfig } from "prettier";

/** Formats files as prettier does within a folder, so that `prettier --check` finds nothing to say about them. */
export async function formatterFor(folder: string): Promise<(text: string, file: string) => Promise<string>> {
  const config = await resolveConfig(`${folder}/index.ts`);
  return (text, file) => format(text, { ...config, filepath: file });
}
