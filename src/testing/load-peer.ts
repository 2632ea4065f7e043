import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SetupError } from "./setup-error.js";

/** The versions that are known to work together. */
const VERSIONS: Readonly<Record<string, string>> = {
  "@stoplight/prism-cli": "5.14.2",
  ajv: "8.20.0",
  "ajv-formats": "2.1.1",
  "js-yaml": "4.3.2",
};

/**
 * Finds a file of an optional peer dependency beside this package, or among the dependencies of the project in the working
 * directory.
 *
 * @param title what the package is called in the error message
 * @throws {SetupError} with the command that installs it
 */
export function resolvePeer(name: string, file = "", title = `The package ${name}`): string {
  return findPeer(name, file, title).path;
}

/** Loads what {@link resolvePeer} finds. */
export function loadPeer(name: string, file = ""): unknown {
  const { load, path } = findPeer(name, file, `The package ${name}`);
  return load(path);
}

function findPeer(name: string, file: string, title: string): { load: NodeJS.Require; path: string } {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), "package.json"))]) {
    const load = createRequire(from);
    try {
      return { load, path: load.resolve(file === "" ? name : `${name}/${file}`) };
    } catch {
      continue;
    }
  }
  const version = VERSIONS[name];
  throw new SetupError(
    `${title} is not installed: npm install --save-dev ${name}${version === undefined ? "" : `@${version}`}`,
  );
}
