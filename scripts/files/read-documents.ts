import { completeFragment } from "../generator/read/complete-fragment.js";
import { refuseExternalReferences } from "../generator/read/external-references.js";
import { readInput, type InputDocument } from "../generator/read/input.js";
import { requirePeers } from "../shared/peers.js";
import { readInputs } from "./read-inputs.js";

/** Documents of users, as the command was given them, and as they are served or held against a service. */
export interface UserDocuments {
  readonly inputs: readonly InputDocument[];
  /** The texts, corrected and completed, by the names of the documents. */
  readonly documents: readonly { readonly name: string; readonly text: string }[];
}

/**
 * Reads documents as `generate` does: corrected by their overlays, and completed if they are fragments. Loads the packages
 * `js-yaml` and `yaml`.
 *
 * @param task what needs the documents, for an error message, such as "Checking"
 * @param onSkipped called with the YAML and JSON files of a folder that are skipped, if there are any
 * @throws {DocumentError} for a document that cannot be used; it names the place
 */
export async function readUserDocuments(
  task: string,
  paths: readonly string[],
  onSkipped: (names: readonly string[]) => void,
): Promise<UserDocuments> {
  const inputs = await readInputs(paths, process.cwd(), { onSkipped });
  if (inputs.some(({ overlay }) => overlay)) requirePeers(task, ["openapi-format"]);
  return { inputs, documents: await Promise.all(inputs.map(readDocument)) };
}

async function readDocument(input: InputDocument): Promise<UserDocuments["documents"][number]> {
  const { name, text, overlay } = input;
  const { source, isFragment } = completeFragment(await readInput(input), () => undefined);
  const data = refuseExternalReferences(source);
  return { name, text: overlay || isFragment ? JSON.stringify(data) : text };
}
