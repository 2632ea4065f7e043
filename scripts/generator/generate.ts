import type { Fix } from "./document/fix.js";
import { visibleText } from "./document/visible-text.js";
import type { ImportMap } from "./emit/imports.js";
import { indexFile } from "./emit/index-file.js";
import { serviceFile, sharedFile } from "./emit/service-file.js";
import { serviceModule } from "./emit/service-module.js";
import { fileName } from "./emit/service-names.js";
import { sharedModels } from "./emit/shared-models.js";
import { readInput, type InputDocument } from "./read/input.js";
import type { Source } from "./read/source.js";
import { normalise } from "./normalise/normalise.js";

export interface GenerateOptions {
  /** Where the generated files import the client's types from. */
  readonly runtime: ImportMap;
  /** The comment at the beginning of each file, on one line. */
  readonly header: string;
  /** Called for each change to a document. */
  readonly onFix?: (fix: Fix) => void;
  /** Called with a description before each step that may take long. */
  readonly onProgress?: (step: string) => void;
  /**
   * Formats the text of a file.
   * @default no formatting
   */
  readonly format?: (text: string, file: string) => Promise<string>;
}

/**
 * Generates files, by their names, from OpenAPI documents: one a service, one for what several share, and an index. The
 * file of a service depends on what the documents say of that service alone; other documents only decide which of its models
 * are imported. It reads and writes no files, and the same documents give the same bytes in whatever order.
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
    sources.push(await readInput(document));
  }
  onProgress("normalising the documents");
  const services = normalise(sources, onFix);
  onProgress("printing types");
  const modules = services.map(serviceModule);
  const shared = sharedModels(modules.map(({ models }) => models));
  const taken = new Set<string>();
  const entries = modules.map((module) => {
    const file = fileName(module.file, (name) => taken.has(name));
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
    await format(visibleText(`${header}\n\n${body}`), file),
  ]);
  return new Map(await Promise.all(formatted));
}
