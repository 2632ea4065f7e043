import { loadEngine, type ContractReport, type Drift, type NamedText } from "../contract/engine.js";
import { LEVELS } from "../contract/engine.js";
import { readOwnDocuments } from "../contract/read-own-documents.js";
import { formatReport } from "../contract/report/format.js";
import { count, reaches, timesOf } from "../contract/report/summary.js";
import { readText } from "../files/read-text.js";
import type { InputDocument } from "../generator/read/input.js";
import { didYouMean } from "../generator/document/nearest-name.js";
import { readArguments, readChoice } from "../shared/arguments.js";
import { CommandError, UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { requirePeers } from "../shared/peers.js";
import { annotation } from "./annotation.js";
import { createLocator } from "./locate.js";
import type { Terminal } from "./terminal.js";

const OPTIONS = {
  har: { type: "string" },
  "base-url": { type: "string" },
  service: { type: "string", multiple: true },
  param: { type: "string", multiple: true },
  "max-requests": { type: "string" },
  "no-auth": { type: "boolean" },
  "fail-on": { type: "string", default: "error" },
  format: { type: "string", default: "text" },
} as const;

/** What GitHub shows of each level. */
const ANNOTATIONS = { error: "error", warning: "warning", notice: "notice" } as const;

interface Task {
  readonly documents: readonly NamedText[];
  readonly baseUrl: string | undefined;
  readonly har: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly maxRequests: number;
  readonly isOpen: boolean;
}

/** `contract`: whether the service, or a recording of it, is as the documents say. */
export async function contractCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals: paths } = readArguments(args, OPTIONS);
  const { har, "base-url": baseUrl, service: services = [], "no-auth": isOpen = false } = values;
  const format = readChoice("--format", values.format, ["text", "markdown", "json", "junit", "github"]);
  const failOn = readChoice("--fail-on", values["fail-on"], LEVELS);
  const parameters = readParameters(values.param ?? []);
  const maxRequests = readCount("--max-requests", values["max-requests"] ?? "500");
  if (paths.length > 0 && services.length > 0)
    throw new UsageError("--service is for the documents of this package");
  if (har !== undefined) refuseOptionsOfCalls(values);
  if (baseUrl !== undefined && !isAddress(baseUrl)) {
    throw new UsageError(`--base-url must be a URL such as https://api.confluent.cloud, not "${baseUrl}"`);
  }
  requirePeers("Checking", ["ajv", "ajv-formats", "js-yaml", ...(paths.length > 0 ? ["yaml"] : [])]);
  terminal.progress("reading documents");
  const { inputs, documents } = await documentsFor(paths, services, terminal);
  const report = await check({ documents, baseUrl, har, parameters, maxRequests, isOpen }, terminal);
  for (const line of unreadLines(har, report)) terminal.printError(line);
  if (report.operations.length === 0 && report.drifts.length === 0)
    throw new CommandError(nothingRead(har, report));
  if (format === "github") printAnnotations(report.drifts, inputs, terminal);
  terminal.print(formatReport(report, format === "github" ? "text" : format, failOn));
  if (report.drifts.some((drift) => reaches(drift, failOn))) return 1;
  const unanswered = report.skipped.filter(({ isUnanswered }) => isUnanswered);
  if (unanswered.length === 0) return 0;
  throw new CommandError(
    `the check is not complete: no response to ${count(unanswered.length, "operation")}`,
  );
}

async function documentsFor(
  paths: readonly string[],
  services: readonly string[],
  terminal: Terminal,
): Promise<{ readonly inputs: readonly InputDocument[]; readonly documents: readonly NamedText[] }> {
  if (paths.length === 0) return { inputs: [], documents: await readOwnDocuments(services) };
  const { readUserDocuments } = await import("../files/read-documents.js");
  return readUserDocuments("Checking", paths, (names) =>
    terminal.printError(`skipped ${names.join(", ")}: neither OpenAPI documents nor overlays of them`),
  );
}

async function check(task: Task, terminal: Terminal): Promise<ContractReport> {
  const { documents, har, baseUrl, parameters, maxRequests, isOpen } = task;
  const engine = await loadEngine();
  try {
    refuseUnknown(Object.keys(parameters), engine.parameterNames(documents));
    if (har !== undefined) {
      const text = await readText(har, process.cwd());
      return engine.checkRecording(documents, { name: har, text }, baseUrl);
    }
    const onProgress = (text: string): void => terminal.progress(text);
    return await engine.checkService(documents, { baseUrl, parameters, maxRequests, isOpen, onProgress });
  } catch (error) {
    throw isUsersOwn(error) ? new CommandError(error.message) : error;
  }
}

/** Errors about the documents or the service, and those of the SDK about the credentials or the base URL. */
function isUsersOwn(error: unknown): error is Error {
  return error instanceof Error && ["SetupError", "ContractError", "ConfigurationError"].includes(error.name);
}

function nothingRead(har: string | undefined, { skipped }: ContractReport): string {
  if (har !== undefined) return `${har}: no request is for an operation of the documents`;
  const [first] = skipped;
  return first
    ? `nothing could be called: ${first.operation}: ${first.reason}`
    : "no document has a GET operation";
}

/** So many entries that could not be read are listed; the others are counted. */
const MAX_LISTED = 20;

function unreadLines(har = "", { unread }: ContractReport): readonly string[] {
  const lines = unread.map(({ pointer, problem }) => `skipped ${har}#${pointer}: ${problem}`);
  const more = lines.length - MAX_LISTED;
  return more > 0 ? [...lines.slice(0, MAX_LISTED), `skipped ${har}: ${more} more`] : lines;
}

/** `new URL` takes `https:host` as well; that much is a slip. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}

/** @throws {UsageError} for an option that says how a service is called, as a recording is read without a call */
function refuseOptionsOfCalls(values: Readonly<Record<string, unknown>>): void {
  const name = ["param", "max-requests", "no-auth"].find((option) => values[option] !== undefined);
  if (name !== undefined)
    throw new UsageError(`--${name} is for calls of the service, and --har reads a recording instead`);
}

/** @throws {UsageError} for what is no `NAME=VALUE`, and for a second value of a name */
function readParameters(given: readonly string[]): Readonly<Record<string, string>> {
  const parameters = new Map<string, string>();
  for (const text of given) {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined)
      throw new UsageError(`--param must be NAME=VALUE, such as environment=env-00000, not "${text}"`);
    if (parameters.has(name)) throw new UsageError(`--param ${name} is given twice`);
    parameters.set(name, value);
  }
  return Object.fromEntries(parameters);
}

/** @throws {UsageError} for the name of a parameter that no operation has: its value would be used nowhere */
function refuseUnknown(given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(
    `--param ${unknown}: no GET operation has this parameter${didYouMean(unknown, known)}`,
  );
}

/** @throws {UsageError} for what is no number of things */
function readCount(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`${option} must be a whole number above 0, not "${text}"`);
  return Number(text);
}

/** A drift of a document of this package has no file in the user's repository to be shown beside. */
function printAnnotations(
  drifts: readonly Drift[],
  inputs: readonly InputDocument[],
  terminal: Terminal,
): void {
  const locate = createLocator(inputs);
  for (const drift of drifts) {
    const { level, kind, place, message, advice, operations, document, pointer } = drift;
    const isUsers = inputs.some(({ name }) => name === document);
    const text = `${operations.join(", ")}: ${place}: ${message}${timesOf(drift)} → ${advice}`;
    const where = isUsers ? { document, ...locate(document, pointer) } : {};
    terminal.print(annotation(ANNOTATIONS[level], { message: text, rule: kind, ...where }));
  }
}
