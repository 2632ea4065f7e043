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
  const typescript = names.includes("typescript") ? versionOf("typescript") : undefined;
  const major = Number.parseInt(typescript ?? "");
  // npm does not install openapi-typescript beside TypeScript 6, which it works with.
  if (major >= 7 || (major === 6 && missing.includes("openapi-typescript"))) {
    throw new CommandError(
      `${task} needs TypeScript 5 for its JavaScript API, and finds ${typescript}. What is generated compiles with both. ` +
        `Install TypeScript 5 beside it, in a folder of its own, and run the command from there:\n` +
        `  npm install --prefix tools ${[`confluent-cloud-sdk@${manifest.version}`, ...names.map(pinned)].join(" ")}\n` +
        `  npx --prefix tools confluent-cloud-sdk generate ...`,
    );
  }
  if (missing.length > 0) {
    throw new CommandError(
      `${task} needs ${missing.join(" and ")}. Install what is missing:\n${installCommand(missing)}`,
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
export function installCommand(names: readonly string[]): string {
  return `  npm install --save-dev ${names.map(pinned).join(" ")}`;
}

function pinned(name: string): string {
  return `${name}@${manifest.devDependencies[name] ?? "latest"}`;
}
