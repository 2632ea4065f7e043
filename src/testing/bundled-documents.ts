import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The paths of the documents in this package, as the build writes them: as far from src/testing as from dist/testing. */
export function bundledDocuments(): readonly string[] {
  const folder = new URL("../../dist/openapi/", import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((name) => fileURLToPath(new URL(name, folder)));
}
