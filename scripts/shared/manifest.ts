import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** This package's own folder. */
export const packageFolder = folderAbove(fileURLToPath(import.meta.url), "package.json");

export const manifest = JSON.parse(readFileSync(`${packageFolder}/package.json`, "utf8")) as Manifest;

function folderAbove(place: string, holding: string): string {
  const folder = dirname(place);
  return existsSync(`${folder}/${holding}`) ? folder : folderAbove(folder, holding);
}
