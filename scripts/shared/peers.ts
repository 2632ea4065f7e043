import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CommandError } from "./command-error.js";
import { manifest } from "./manifest.js";

const { resolve } = createRequire(import.meta.url);

/**
 * Makes sure that the packages which a task takes are there. They are large, and a program that only calls the service
 * needs none of them, so that they are optional peers: whoever generates installs them.
 *
 * @param task as a sentence begins, such as "Generating"
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
        `What is generated compiles with it; to generate, install an older one:\n${install(["typescript"])}`,
    );
  }
}

/** The installed version of a package as this one sees it; undefined when there is none. */
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

/** With the versions that this package is developed with, which are known to work together. */
function install(names: readonly string[]): string {
  const packages = names.map((name) => `${name}@${manifest.devDependencies[name] ?? "latest"}`);
  return `  npm install --save-dev ${packages.join(" ")}`;
}
