import { readdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import ts from "typescript";

const FOLDER = "dist";
const ENTRIES = ["index.d.ts", "core.d.ts", "openapi-fetch.d.ts", "testing/index.d.ts"];

/**
 * Deletes the declarations in `dist` that nothing in the interface of the package leads to, those of an older build among
 * them: the compiler writes one for each module, and half of the modules are internal. Runs in the package's folder.
 */
export async function pruneDeclarations(): Promise<void> {
  const entries = ENTRIES.map((entry) => resolve(FOLDER, entry));
  const program = ts.createProgram(entries, { noLib: true, types: [], module: ts.ModuleKind.NodeNext });
  const reached = new Set(program.getSourceFiles().map(({ fileName }) => resolve(fileName)));
  for (const entry of entries) if (!reached.has(entry)) throw new Error(`${entry} is missing`);

  for (const name of await readdir(FOLDER, { recursive: true })) {
    const file = resolve(FOLDER, name);
    const isStale = name.endsWith(".d.ts.map") || (name.endsWith(".d.ts") && !reached.has(file));
    if (isStale) await rm(file);
  }
}
