import { basename } from "node:path";
import type { DocumentPair } from "../diff/compare.js";
import type { InputDocument } from "../generator/read/input.js";
import { readArguments } from "../shared/arguments.js";
import { CommandError, UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { readInputs } from "../files/read-inputs.js";
import { requirePeers } from "../shared/peers.js";
import type { Terminal } from "./terminal.js";

const OPTIONS = { format: { type: "string", default: "text" }, current: { type: "string" } } as const;

/** `diff`: what changed between two documents, or two folders of them, and whether it breaks clients. */
export async function diffCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { format, current } = values;
  const { formatDifference, isFormat } = await import("../diff/report/format.js");
  const { isVersion } = await import("../diff/report/next-version.js");
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError(`diff needs two documents or two folders, not ${positionals.length}`);
  }
  if (!isFormat(format)) throw new UsageError("--format must be text, markdown or json");
  if (current !== undefined && !isVersion(current)) {
    throw new UsageError(`--current must be a version such as 1.4.2, not "${current}"`);
  }
  const onSkipped = (name: string): void =>
    terminal.printError(`skipped ${name}: neither an OpenAPI document nor the overlay of one`);
  const pairs = pairInputs(await readSide(before, onSkipped), await readSide(after, onSkipped));
  const hasOverlay = pairs.some((pair) => pair.before?.overlay ?? pair.after?.overlay);
  requirePeers("Comparing", ["js-yaml", "yaml", ...(hasOverlay ? ["openapi-format"] : [])]);
  terminal.progress("comparing");
  const { compareDocuments } = await import("../diff/compare.js");
  const difference = await compareDocuments(pairs, current);
  terminal.print(formatDifference(difference, format));
  return difference.step === "major" ? 1 : 0;
}

/** The documents of one side, and whether they are those of a folder. */
interface Side {
  readonly path: string;
  readonly documents: readonly InputDocument[];
  readonly isFolder: boolean;
}

async function readSide(path: string, onSkipped: (name: string) => void): Promise<Side> {
  const documents = await readInputs([path], process.cwd(), { onSkipped });
  return { path, documents, isFolder: documents[0]?.name !== path };
}

/** Pairs the documents of two folders by their names; of two files, each is a side. */
function pairInputs(old: Side, revised: Side): readonly DocumentPair[] {
  if (old.isFolder !== revised.isFolder) {
    const [folder, file] = old.isFolder ? [old, revised] : [revised, old];
    throw new CommandError(`${folder.path} is a folder and ${file.path} is a file: compare two of a kind`);
  }
  const [before] = old.documents;
  const [after] = revised.documents;
  if (!old.isFolder && before && after) return [{ before, after }];
  const pairs = new Map<string, DocumentPair>();
  for (const document of old.documents) pairs.set(serviceOf(document), { before: document });
  for (const document of revised.documents) {
    const service = serviceOf(document);
    pairs.set(service, { ...pairs.get(service), after: document });
  }
  return [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
}

function serviceOf({ name }: InputDocument): string {
  return basename(name.replaceAll("\\", "/")).replace(/\.\w+$/, "");
}
