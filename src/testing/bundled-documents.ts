import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The paths of the documents in this package. They are as far from src/testing as from dist/testing. */
export function bundledDocuments(): readonly string[] {
  const folder = new URL("../../openapi/", import.meta.url);
  const names = readdirSync(folder).filter((name) => /(?<!\.overlay)\.yaml$/.test(name));
  return names.sort().map((name) => fileURLToPath(new URL(name, folder)));
}
