import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The folder of this package. */
export const packageFolder = nearestFolderWith("package.json", fileURLToPath(import.meta.url));

export const manifest = JSON.parse(readFileSync(`${packageFolder}/package.json`, "utf8")) as Manifest;

function nearestFolderWith(file: string, below: string): string {
  const folder = dirname(below);
  return existsSync(`${folder}/${file}`) ? folder : nearestFolderWith(file, folder);
}
