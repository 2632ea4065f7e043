import { join } from "node:path";
import { readInputs } from "../files/read-inputs.js";
import { didYouMean } from "../generator/document/nearest-name.js";
import { completeFragment } from "../generator/read/complete-fragment.js";
import { refuseExternalReferences } from "../generator/read/external-references.js";
import { readInput, type InputDocument } from "../generator/read/input.js";
import { CommandError } from "../shared/command-error.js";
import { packageFolder } from "../shared/manifest.js";
import type { NamedText } from "./engine.js";

/** Documents of users, as the command was given them, and as they are held against a service. */
export interface UserDocuments {
  readonly inputs: readonly InputDocument[];
  readonly documents: readonly NamedText[];
}

/**
 * Reads documents as `generate` does: corrected by their overlays, and completed if they are fragments.
 *
 * @throws {DocumentError} for a document that cannot be used; it names the place
 */
export async function readUserDocuments(
  paths: readonly string[],
  onSkipped: (names: readonly string[]) => void,
): Promise<UserDocuments> {
  const inputs = await readInputs(paths, process.cwd(), { onSkipped });
  return { inputs, documents: await Promise.all(inputs.map(readDocument)) };
}

async function readDocument(input: InputDocument): Promise<NamedText> {
  const { name, text, overlay } = input;
  const { source, isFragment } = completeFragment(await readInput(input), () => undefined);
  const data = refuseExternalReferences(source);
  return { name, text: overlay || isFragment ? JSON.stringify(data) : text };
}

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
