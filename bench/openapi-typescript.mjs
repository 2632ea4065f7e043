import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

export const COMMAND = join(ROOT, "node_modules/openapi-typescript/bin/cli.js");
export const DOCUMENTS = join(ROOT, "openapi");
export const names = readdirSync(DOCUMENTS)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length));

/** Writes what the command takes several documents from: it has no other way. Gives the file. */
export function writeConfig(folder) {
  mkdirSync(folder, { recursive: true });
  const apis = names.map(
    (name) =>
      `  ${name}:\n    root: ${join(DOCUMENTS, `${name}.yaml`)}\n    x-openapi-ts: { output: ./${name}.d.ts }`,
  );
  const file = join(folder, "redocly.yaml");
  writeFileSync(file, `apis:\n${apis.join("\n")}\n`);
  return file;
}
