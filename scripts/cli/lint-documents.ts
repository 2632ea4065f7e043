import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseReference } from "../generator/document/pointer.js";
import { isRecord } from "../generator/document/records.js";
import { completeFragment } from "../generator/read/complete-fragment.js";
import { withoutCorrections } from "../generator/read/corrections.js";
import { refuseExternalReferences } from "../generator/read/external-references.js";
import { readInput, type InputDocument } from "../generator/read/input.js";
import type { Source } from "../generator/read/source.js";
import { CommandError } from "../shared/command-error.js";
import type { Problem } from "../shared/problem.js";
import { redocly } from "../shared/redocly.js";

/** What a fragment lacks to be a document: the rules are for what it has. */
const REST_OF_FRAGMENT = {
  info: { title: "A fragment", version: "0", license: { name: "None", url: "https://example.com" } },
  servers: [{ url: "https://api.confluent.cloud" }],
  security: [],
};

/** A problem in Redocly's report, as far as it is used. */
interface RedoclyProblem {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
}

/**
 * Checks documents with Redocly's linter. It reads copies in a folder of its own, as the generator reads the documents:
 * corrected, completed, and without references to anywhere else. So it finds no configuration, plugin or document but
 * what is given.
 *
 * @throws {DocumentError} for a document that cannot be read, or that refers to another one
 * @throws {CommandError} if Redocly does not accept the configuration
 */
export async function lintDocuments(
  documents: readonly InputDocument[],
  config: string,
): Promise<readonly Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), "lint-"));
  try {
    const sources = new Map<string, Source>();
    for (const [index, document] of documents.entries()) {
      const { source, isFragment } = completeFragment(
        withoutCorrections(await readInput(document)),
        () => undefined,
      );
      const data = refuseExternalReferences(source);
      const file = `${index}.json`;
      sources.set(file, source);
      await writeFile(
        join(folder, file),
        JSON.stringify(isFragment && isRecord(data) ? { ...REST_OF_FRAGMENT, ...data } : data),
      );
    }
    const report = await runRedocly([...sources.keys()], config, folder);
    return report.map((problem) => located(problem, sources));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runRedocly(
  files: readonly string[],
  config: string,
  folder: string,
): Promise<readonly RedoclyProblem[]> {
  const { command, environment } = redocly("Linting");
  const options = ["--format=json", `--config=${config}`, "--max-problems=1000000"];
  const child = spawn(process.execPath, [command, "lint", ...files, ...options], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((done, fail) => child.once("error", fail).once("close", () => done()));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  // One object for each document, one after another. No line within an object starts with a brace.
  const reports = output.split(/^(?=\{)|(?<=^\})/m).filter((part) => part.startsWith("{"));
  if (reports.length < files.length)
    throw new CommandError(`Redocly cannot lint with this configuration:\n${errors.trim()}`);
  return reports.flatMap(
    (report) => (JSON.parse(report) as { problems: readonly RedoclyProblem[] }).problems,
  );
}

function located(
  { ruleId, severity, message, location }: RedoclyProblem,
  sources: ReadonlyMap<string, Source>,
): Problem {
  const [place] = location;
  const source = place && sources.get(place.source.ref);
  const pointer = place?.pointer ?? "#/";
  return {
    severity: severity === "error" ? "error" : "warning",
    message,
    rule: ruleId,
    ...(source && {
      document: source.name,
      ...source.placeOf(parseReference(pointer) ?? []),
      pointer: pointer.slice(1),
    }),
  };
}
