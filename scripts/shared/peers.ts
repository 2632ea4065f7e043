import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CommandError } from "./command-error.js";
import { manifest } from "./manifest.js";

const { resolve } = createRequire(import.meta.url);

/**
 * Checks that the packages that a task needs are installed. They are optional peer dependencies, since they are large and
 * a program that only calls the API needs none of them.
 *
 * @param task the subject of the error message, such as "Generating"
 * @throws {CommandError} with the command that installs what is missing
 */
export function requirePeers(task: string, names: readonly string[]): void {
  const missing = names.filter((name) => versionOf(name) === undefined);
  if (missing.length > 0) {
    throw new CommandError(
      `${task} needs ${missing.join(" and ")}. Install what is missing:\n${install(missing)}`,
    );
  }
  const typescript = names.includes("typescript") ? versionOf("typescript") : undefined;
  if (typescript !== undefined && Number.parseInt(typescript) >= 7) {
    throw new CommandError(
      `${task} needs the JavaScript API of TypeScript, which ${typescript} does not have. ` +
        `Generated files compile with it; to generate them, install an older version:\n${install(["typescript"])}`,
    );
  }
}

/** The installed version of a package, resolved from this one; undefined if it is not installed. */
export function versionOf(name: string): string | undefined {
  for (const folder of resolve.paths(name) ?? []) {
    try {
      const text = readFileSync(join(folder, name, "package.json"), "utf8");
      return (JSON.parse(text) as { version: string }).version;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  return undefined;
}

/** Installs the versions that this package is developed with, which are known to work together. */
function install(names: readonly string[]): string {
  const packages = names.map((name) => `${name}@${manifest.devDependencies[name] ?? "latest"}`);
  return `  npm install --save-dev ${packages.join(" ")}`;
}
