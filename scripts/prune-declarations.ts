import { readdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import ts from "typescript";

/*
 * Deletes the declarations in `dist` that the package's entry points do not import, directly or through others. The
 * compiler writes one for each module, but half of the modules are internal. Those of an older build are deleted too. Runs
 * in the package's folder.
 */
const FOLDER = "dist";
const ENTRIES = ["index.d.ts", "testing/index.d.ts"].map((entry) => resolve(FOLDER, entry));

const program = ts.createProgram(ENTRIES, { noLib: true, types: [], module: ts.ModuleKind.NodeNext });
const reached = new Set(program.getSourceFiles().map(({ fileName }) => resolve(fileName)));
for (const entry of ENTRIES) if (!reached.has(entry)) throw new Error(`${entry} is missing`);

for (const name of await readdir(FOLDER, { recursive: true })) {
  const file = resolve(FOLDER, name);
  if (!name.endsWith(".d.ts") || reached.has(file)) continue;
  await rm(file);
  await rm(`${file}.map`, { force: true });
}
