import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import type { Output } from "../shared/output.js";
import type { Node } from "../generator/document/nodes.js";
import { formatPointer } from "../generator/document/pointer.js";
import { isRecord } from "../generator/document/records.js";
import { readSource } from "../generator/read/source.js";
import { compareFacts } from "./compare/compare-document.js";
import { adoptService, print, readOurs } from "./edit/adopt-service.js";
import { factsDocument, houseDocument } from "./house/house-document.js";
import { textAt } from "./node.js";
import { documentFacts, type DocumentFacts } from "./published/document-facts.js";
import { servicesOf, type Service } from "./published/services.js";
import { placeOf, reportAdoption } from "./report.js";
import { verdictOn } from "./verdict.js";
import { publishedRuns, sharedRuns } from "./words/apart.js";
import { applyWorksheet, readWorksheet } from "./words/apply-worksheet.js";
import { placesWithoutWords } from "./words/places.js";
import { publishedWords } from "./words/published-words.js";
import { printWorksheet } from "./words/worksheet.js";

export interface File {
  readonly name: string;
  readonly text: string;
}

export interface Workplace {
  /** Where our documents are, and how messages call it. */
  readonly folder: string;
  readonly label: string;
  /** The shared parts of our documents, with their words. */
  readonly parts: string;
  readonly format: (text: string) => Promise<string>;
  readonly output: Output;
}

/** Writes what the published documents say into ours, and reports it. */
export async function adoptServices(files: readonly File[], workplace: Workplace): Promise<ExitCode> {
  const { parts, format, output } = workplace;
  for (const service of readServices(files, output)) {
    const { name } = service;
    const label = labelOf(name, workplace);
    const ours = await readDocument(name, workplace);
    const published = houseDocument(service, mappingOf(readSource("parts.yaml", parts).data, "parts.yaml"));
    const adoption = adoptService(label, published, ours);
    const text = await format(adoption.text);
    if (text !== ours) await writeFile(fileOf(name, workplace), text);
    const state = ours === undefined ? "new" : text === ours ? "unchanged" : "changed";
    output.print(`${label}: ${state} (${service.documents.join(", ")})`);
    reportAdoption(adoption).forEach((line) => output.print(line));
    reportWanted(name, text, label, output);
    if (state === "changed" && ours !== undefined) output.print(await verdictOn(label, ours, text));
  }
  return 0;
}

function reportWanted(name: string, text: string, label: string, output: Output): void {
  const wanted = placesWithoutWords(mappingOf(readSource(label, text).data, label));
  if (wanted.length === 0) return;
  output.print(`  wants words in ${wanted.length} places (npm run adopt -- --words ${name})`);
  if (wanted.length > LISTED) return;
  for (const { pointer, key } of wanted) output.print(`    #${formatPointer([...pointer, key])}`);
}

/** More places than this are for a worksheet. */
const LISTED = 20;

/** Says which facts ours lacks or has beyond the published ones, and which of our words are theirs. */
export async function checkServices(files: readonly File[], workplace: Workplace): Promise<ExitCode> {
  const { output } = workplace;
  let problems = 0;
  const complain = (line: string): void => {
    problems++;
    output.printError(line);
  };
  const runs = publishedRuns(files.map(({ name, text }) => mappingOf(readSource(name, text).data, name)));
  const services = readServices(files, output);
  let corrections = 0;
  for (const service of services) {
    const label = labelOf(service.name, workplace);
    const text = await readDocument(service.name, workplace);
    if (text === undefined) {
      complain(
        `${label}: there is no such document; run \`npm run adopt\` on ${service.documents.join(", ")}`,
      );
      continue;
    }
    const ours = mappingOf(readSource(label, text).data, label);
    const result = compareFacts(factsDocument(service), ours, label);
    const places = new Set(result.differences.map((one) => `${FAULTS[one.sort]} ${placeOf(one)}`));
    for (const place of places) complain(`${label}: ${place}`);
    for (const { holder, place } of result.unused) {
      complain(`${label}: #${formatPointer(holder)} corrects ${place}, which is as published`);
    }
    for (const { pointer, run } of sharedRuns(ours, runs))
      complain(`${label}: #${pointer} has published words: "${run}"`);
    corrections += result.corrections.all.length;
  }
  if (problems > 0) return 1;
  output.print(
    `${services.length} services say what is published, with ${corrections} deliberate differences, in words of their own`,
  );
  return 0;
}

const FAULTS = { came: "lacks", went: "is not published:", changed: "differs:" } as const;

/** The worksheet of one service. */
export async function wordsFor(
  service: string,
  files: readonly File[],
  workplace: Workplace,
): Promise<string> {
  const text = await readDocument(service, workplace);
  const label = labelOf(service, workplace);
  if (text === undefined) throw new CommandError(`${label}: there is no such document`);
  const ours = mappingOf(readSource(label, text).data, label);
  if (files.length === 0) return printWorksheet(service, ours);
  const published = readServices(files, workplace.output, true).find(({ name }) => name === service);
  if (!published) throw new CommandError(`none of the documents that are named belongs to ${service}`);
  return printWorksheet(service, ours, publishedWords(published, ours));
}

/** Puts the words of worksheets into our documents. */
export async function applyWords(files: readonly File[], workplace: Workplace): Promise<ExitCode> {
  const notice =
    textAt(mappingOf(readSource("parts.yaml", workplace.parts).data, "parts.yaml"), "x-notice") ?? "";
  for (const file of files) {
    const sheet = readWorksheet(file.name, file.text);
    const label = labelOf(sheet.service, workplace);
    const ours = await readDocument(sheet.service, workplace);
    if (ours === undefined) throw new CommandError(`${file.name}: there is no ${label}`);
    const document = readOurs(label, ours);
    const count = applyWorksheet(document, sheet, notice);
    const text = await workplace.format(print(document));
    if (text !== ours) await writeFile(fileOf(sheet.service, workplace), text);
    workplace.output.print(`${label}: words in ${count} places`);
    reportWanted(sheet.service, text, label, workplace.output);
  }
  return 0;
}

function readServices(files: readonly File[], output: Output, hasWords = false): readonly Service[] {
  const documents = files.flatMap(({ name, text }): DocumentFacts[] => {
    const data = mappingOf(readSource(name, text).data, name);
    if (typeof data["openapi"] === "string") return [documentFacts(name, data, hasWords)];
    output.print(`${name}: left out; it is no whole document, as it does not say \`openapi\``);
    return [];
  });
  return servicesOf(documents);
}

function mappingOf(data: unknown, name: string): Node {
  if (!isRecord(data)) throw new CommandError(`${name}: the document must be a mapping`);
  return data;
}

function labelOf(service: string, { label }: Workplace): string {
  return `${label}/${service}.yaml`;
}

function fileOf(service: string, { folder }: Workplace): string {
  return join(folder, `${service}.yaml`);
}

async function readDocument(service: string, workplace: Workplace): Promise<string | undefined> {
  return readFile(fileOf(service, workplace), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
}
