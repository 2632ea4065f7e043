import { readdir, readFile, writeFile } from "node:fs/promises";

const FOLDER = "dist/generated";

/** Indents the declarations of generated modules with tabs: they are the largest part of the package. Runs in its folder. */
export async function compactDeclarations(): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const file = `${FOLDER}/${name}`;
    if (name.endsWith(".d.ts")) await writeFile(file, compact(await readFile(file, "utf8")));
  }
}

function compact(text: string): string {
  return text.replace(/^(?: {4})+/gm, (indentation) => "\t".repeat(indentation.length / 4));
}
