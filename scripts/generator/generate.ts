import { applyOverlay } from "./document/overlay.js";
import { readSource, type Source } from "./document/source.js";
import type { ImportMap } from "./emit/imports.js";
import { indexFile } from "./emit/index-file.js";
import { serviceFile, sharedFile } from "./emit/service-file.js";
import { serviceModule } from "./emit/service-module.js";
import { fileName } from "./emit/service-names.js";
import { sharedModels } from "./emit/shared-models.js";
import type { Fix } from "./normalise/fix.js";
import { normalise } from "./normalise/normalise.js";

/** A document to generate from. */
export interface InputDocument {
  /** As messages are to name it: its path, with slashes. */
  readonly name: string;
  readonly text: string;
  /** Corrections to it, as an OpenAPI Overlay. */
  readonly overlay?: { readonly name: string; readonly text: string };
}

export interface GenerateOptions {
  /** Where the generated files import the client's types from. */
  readonly runtime: ImportMap;
  /** The comment that each file begins with, on one line. */
  readonly header: string;
  /** Called for every change that had to be made to a document. */
  readonly onFix?: (fix: Fix) => void;
  /** Called before each step that may take long, with what it does. */
  readonly onProgress?: (step: string) => void;
  /** The last touch to a file's text. Default: none. */
  readonly format?: (text: string, file: string) => Promise<string>;
}

/**
 * Makes the generated files, by their names, of OpenAPI documents: one a service, one for what several share, and an index.
 * The file of a service is made of what the documents say of that service alone; what else is read only decides which of its
 * models are imported. It reads and writes nothing, and the same documents give the same bytes in whatever order.
 *
 * @throws {DocumentError} for a document that cannot be used; it names the place
 */
export async function generate(
  documents: readonly InputDocument[],
  {
    runtime,
    header,
    onFix = () => undefined,
    onProgress = () => undefined,
    format = (text) => Promise.resolve(text),
  }: GenerateOptions,
): Promise<Map<string, string>> {
  const sources: Source[] = [];
  for (const document of documents) {
    onProgress(`reading ${document.name}`);
    sources.push(await readDocument(document));
  }
  onProgress("bringing the documents into one form");
  const services = normalise(sources, onFix);
  onProgress("making types");
  const modules = services.map(serviceModule);
  const shared = sharedModels(modules.map(({ models }) => models));
  const taken = new Set<string>();
  const entries = modules.map((module) => {
    const file = fileName(module.service, (name) => taken.has(name));
    taken.add(file);
    return { module, file };
  });
  const files: [string, string][] = [
    ["index.ts", indexFile(entries, runtime)],
    ...entries.map(({ module, file }): [string, string] => [
      `${file}.ts`,
      serviceFile(module, shared, runtime),
    ]),
    ...(shared.models.length > 0 ? [["shared.ts", sharedFile(shared, runtime)] as [string, string]] : []),
  ];
  const formatted = files.map(async ([file, body]): Promise<[string, string]> => [
    file,
    await format(`${header}\n\n${body}`, file),
  ]);
  return new Map(await Promise.all(formatted));
}

async function readDocument({ name, text, overlay }: InputDocument): Promise<Source> {
  const source = readSource(name, text);
  return overlay ? applyOverlay(source, overlay.name, overlay.text) : source;
}
