import { readdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import ts from "typescript";

/*
 * Deletes the declarations that nothing in the interface of the package leads to, those of an older build among them: the
 * compiler writes one for each module, and half of the modules are nobody's but the package's own. Runs in its folder.
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
