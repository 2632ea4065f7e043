import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { withoutCorrections } from "../generator/read/corrections.js";
import { readSource } from "../generator/read/source.js";

const FROM = "openapi";
const TO = "dist/openapi";

/**
 * Writes the documents as the package ships them: as JSON, which is smaller than YAML, read many times as fast, and
 * needs no package to be read. What they note about published documents is for maintainers alone. Runs in its folder.
 */
export async function writeDocuments(): Promise<void> {
  await rm(TO, { recursive: true, force: true });
  await mkdir(TO, { recursive: true });
  for (const name of await readdir(FROM)) {
    if (!name.endsWith(".yaml")) continue;
    const { data } = withoutCorrections(readSource(name, await readFile(`${FROM}/${name}`, "utf8")));
    await writeFile(`${TO}/${name.replace(/\.yaml$/, ".json")}`, `${JSON.stringify(data)}\n`);
  }
}
