import { basename } from "node:path";
import type { DocumentPair } from "../diff/compare.js";
import type { Change } from "../diff/report/change.js";
import type { InputDocument } from "../generator/read/input.js";
import { readArguments, readChoice } from "../shared/arguments.js";
import { CommandError, UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { readInputs, STDIN } from "../files/read-inputs.js";
import { requirePeers } from "../shared/peers.js";
import { annotation } from "./annotation.js";
import { createLocator } from "./locate.js";
import type { Terminal } from "./terminal.js";

const OPTIONS = { format: { type: "string", default: "text" }, current: { type: "string" } } as const;

/** `diff`: what changed between two documents, or two folders of them, and whether it breaks clients. */
export async function diffCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { current } = values;
  const format = readChoice("--format", values.format, ["text", "markdown", "json", "github"]);
  const { formatDifference } = await import("../diff/report/format.js");
  const { isVersion } = await import("../diff/report/next-version.js");
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UsageError(`diff needs two documents or two folders, not ${positionals.length}`);
  }
  if (before === STDIN && after === STDIN) throw new UsageError("only one of the two can be standard input");
  if (current !== undefined && !isVersion(current)) {
    throw new UsageError(`--current must be a version such as 1.4.2, not "${current}"`);
  }
  const onSkipped = (names: readonly string[]): void =>
    terminal.printError(`skipped ${names.join(", ")}: neither OpenAPI documents nor overlays of them`);
  const pairs = pairInputs(await readSide(before, onSkipped), await readSide(after, onSkipped));
  const hasOverlay = pairs.some((pair) => pair.before?.overlay ?? pair.after?.overlay);
  requirePeers("Comparing", ["js-yaml", "yaml", ...(hasOverlay ? ["openapi-format"] : [])]);
  terminal.progress("comparing");
  const { compareDocuments } = await import("../diff/compare.js");
  const difference = await compareDocuments(pairs, current);
  if (format === "github") printAnnotations(difference.changes, pairs, terminal);
  terminal.print(formatDifference(difference, format === "github" ? "text" : format));
  return difference.step === "major" ? 1 : 0;
}

/** Patches are left out: GitHub shows few annotations, and these need no action. */
function printAnnotations(
  changes: readonly Change[],
  pairs: readonly DocumentPair[],
  terminal: Terminal,
): void {
  const locate = createLocator(pairs.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()));
  for (const { step, kind, place, message, advice, document, pointer, pointsInto } of changes) {
    if (step === "patch") continue;
    const pair = pairs.find(({ before, after }) => (after ?? before)?.name === document);
    const name = (pointsInto === "old" ? pair?.before : pair?.after)?.name ?? document;
    const text = `${place === "" ? "" : `${place}: `}${message}${advice === null ? "" : ` → ${advice}`}`;
    const problem = { message: text, document: name, rule: kind, ...locate(name, pointer) };
    terminal.print(annotation(step === "major" ? "error" : "notice", problem));
  }
}

/** The documents of one side, and whether they are those of a folder. */
interface Side {
  readonly path: string;
  readonly documents: readonly InputDocument[];
  readonly isFolder: boolean;
}

async function readSide(path: string, onSkipped: (names: readonly string[]) => void): Promise<Side> {
  const documents = await readInputs([path], process.cwd(), { onSkipped });
  return { path, documents, isFolder: path !== STDIN && documents[0]?.name !== path };
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
