import { applyOverlay } from "./read/overlay.js";
import { readSource, type Source } from "./read/source.js";
import { indexFile } from "./emit/index-file.js";
import type { ImportMap } from "./emit/imports.js";
import { distinctMethods } from "./emit/method-names.js";
import { methodsOf } from "./emit/methods.js";
import { toTypes } from "./emit/openapi-typescript.js";
import { toPrintable } from "./emit/printable.js";
import { nameQueries } from "./emit/query-names.js";
import { servicesOf } from "./emit/resource-tree.js";
import { serviceFile } from "./emit/service-file.js";
import { nameServices } from "./emit/service-names.js";
import { typesFile } from "./emit/types-file.js";
import type { Fix } from "./document/fix.js";
import { normalise } from "./normalise/normalise.js";

/** A document to generate from. */
export interface InputDocument {
  /** Its path, with slashes, as messages name it. */
  readonly name: string;
  readonly text: string;
  /** Corrections to it, as an OpenAPI Overlay. */
  readonly overlay?: { readonly name: string; readonly text: string };
}

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
 * Generates files, by their names, from OpenAPI documents. If two documents claim the same name, the first gets it. It
 * reads and writes no files, and the same input gives the same bytes.
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
  onProgress("normalising the documents");
  const document = normalise(sources, onFix);
  const methods = distinctMethods(methodsOf(document));
  const services = servicesOf(methods);
  const { schemas } = document.components;
  const queryNames = nameQueries(methods, Object.keys(schemas));
  onProgress("printing types");
  const types = toTypes(toPrintable(document));

  const { text, names: typeNames } = typesFile(types, queryNames, runtime);
  const names = nameServices(services, typeNames);
  const context = { types, typeNames, queryNames, names, tags: document.tags ?? [], runtime };
  const files: [string, string][] = [
    ["index.ts", indexFile(services, names, typeNames, runtime)],
    ...services.map((service): [string, string] => [
      `${names.of(service).file}.ts`,
      serviceFile(service, context),
    ]),
    ["types.ts", text],
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
