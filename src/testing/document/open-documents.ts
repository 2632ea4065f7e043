import { bundledDocuments } from "../bundled-documents.js";
import { readSource, type DocumentSource } from "./document-source.js";
import { OperationMatcher, type Match, type RequestTarget } from "./match-operation.js";
import { operationsOf, type DocumentOperation } from "./operations.js";
import { readOperations } from "./read-operations.js";
import { readDocument, type OpenApiDocument } from "./read-document.js";

/** Documents as tests use them. */
export interface DocumentSet {
  /** Finds the operation that a request is for. */
  match(target: RequestTarget): Match;
  /** Finds an operation by its id. */
  operation(id: string): DocumentOperation | undefined;
  /** Every operation of every document, which reads them all: a second for those of this package. */
  operations(): readonly DocumentOperation[];
  /** Operations whose path begins with a text such as `/iam/v2`, of the documents that can have it. */
  operationsUnder(path: string): readonly DocumentOperation[];
}

/** A document that was read, and what is made of it. */
interface OpenDocument {
  readonly document: OpenApiDocument;
  readonly operations: readonly DocumentOperation[];
  readonly matcher: OperationMatcher;
}

/** Those of this package, which do not change while a program runs. */
let bundled: DocumentSet | undefined;

/**
 * Opens documents for tests.
 *
 * @param sources those of this package unless given, each of which is read when it is asked for
 * @throws {SetupError} when one of the given documents cannot be used or has no operation, and when two describe the same one
 */
export function openDocuments(sources?: readonly DocumentSource[]): DocumentSet {
  if (sources === undefined) return (bundled ??= new LazyDocuments(bundledDocuments(), hasPath));
  const texts = sources.map(readSource);
  const documents = new Set(readOperations(texts).map(({ document }) => document));
  return new LazyDocuments(
    texts.map(({ name }) => name),
    () => true,
    new Map(texts.map(({ name, text }) => [name, text])),
    new Map(Array.from(documents, (document) => [document.file, openDocument(document)])),
  );
}

function openDocument(document: OpenApiDocument): OpenDocument {
  const operations = operationsOf(document);
  return { document, operations, matcher: new OperationMatcher(operations) };
}

/** The first segment of a path, up to what may follow it: `/iam` of `/iam/v2/users`. */
function startOf(pathname: string): string {
  return /^\/[\w.-]+/.exec(pathname)?.[0] ?? "";
}

/** Whether the JSON of a document may have a path that starts so. */
function hasPath(text: string, start: string): boolean {
  return start !== "" && [`"${start}/`, `"${start}"`].some((key) => text.includes(key));
}

/** Reads a document only when its text has what is looked for: a parse takes a hundred times as long as a search. */
class LazyDocuments implements DocumentSet {
  readonly #byStart = new Map<string, readonly OpenDocument[]>();
  readonly #byId = new Map<string, DocumentOperation>();

  constructor(
    readonly files: readonly string[],
    /** Whether a text can be that of a document with paths that start so. */
    readonly mayHave: (text: string, start: string) => boolean,
    /** The texts of files that were read already. */
    readonly texts: Map<string, string> = new Map(),
    readonly opened: Map<string, OpenDocument> = new Map(),
  ) {}

  match(target: RequestTarget): Match {
    let refused: Match;
    for (const { matcher } of this.#withPath(target.pathname)) {
      const match = matcher.match(target);
      if (match && "operation" in match) return match;
      refused ??= match;
    }
    return refused;
  }

  operation(id: string): DocumentOperation | undefined {
    const known = this.#byId.get(id);
    if (known) return known;
    const within = (documents: readonly OpenDocument[]): DocumentOperation | undefined =>
      documents.flatMap(({ operations }) => operations).find((operation) => operation.id === id);
    // An id that was made of a path is not in the text.
    const found = within(this.#openWhere((text) => text.includes(id))) ?? within(this.#openWhere(() => true));
    if (found) this.#byId.set(id, found);
    return found;
  }

  operations(): readonly DocumentOperation[] {
    return this.#openWhere(() => true).flatMap(({ operations }) => operations);
  }

  operationsUnder(path: string): readonly DocumentOperation[] {
    return this.#withPath(path)
      .flatMap(({ operations }) => operations)
      .filter((operation) => operation.path.startsWith(path));
  }

  #withPath(pathname: string): readonly OpenDocument[] {
    const start = startOf(pathname);
    let found = this.#byStart.get(start);
    if (!found) this.#byStart.set(start, (found = this.#openWhere((text) => this.mayHave(text, start))));
    return found;
  }

  #openWhere(matches: (text: string) => boolean): readonly OpenDocument[] {
    return this.files.flatMap((file) => {
      const text = this.#textOf(file);
      return matches(text) ? [this.#open(file, text)] : [];
    });
  }

  #textOf(file: string): string {
    let text = this.texts.get(file);
    if (text === undefined) this.texts.set(file, (text = readSource(file).text));
    return text;
  }

  #open(file: string, text: string): OpenDocument {
    let opened = this.opened.get(file);
    if (!opened) this.opened.set(file, (opened = openDocument(readDocument(file, text))));
    return opened;
  }
}
