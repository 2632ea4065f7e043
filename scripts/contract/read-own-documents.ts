import { join } from "node:path";
import { readInputs } from "../files/read-inputs.js";
import { didYouMean } from "../generator/document/nearest-name.js";
import { CommandError } from "../shared/command-error.js";
import { packageFolder } from "../shared/manifest.js";
import type { NamedText } from "./engine.js";

/**
 * The documents of this package: those of some services, or of all.
 *
 * @param services their names, such as `pim-v1`
 * @throws {CommandError} for a service that there is not
 */
export async function readOwnDocuments(services: readonly string[]): Promise<readonly NamedText[]> {
  const all = await readInputs([join(packageFolder, "dist/openapi")], packageFolder);
  const documents = all.map(({ name, text }) => ({ name: name.replace(/^.*[/\\]/, ""), text }));
  const names = documents.map(({ name }) => serviceOf(name));
  const missing = services.find((service) => !names.includes(service));
  if (missing !== undefined)
    throw new CommandError(`there is no service ${missing}${didYouMean(missing, names)}`);
  return services.length === 0
    ? documents
    : documents.filter(({ name }) => services.includes(serviceOf(name)));
}

function serviceOf(name: string): string {
  return name.replace(/\.json$/, "");
}
