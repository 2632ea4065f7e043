import { basename } from "node:path";
import { loadPeer } from "../load-peer.js";
import { SetupError } from "../setup-error.js";
import { checkDocument } from "./check/check-document.js";
import { listMistakes } from "./check/mistakes.js";
import { noteDiscriminators } from "./discriminators.js";
import type { NamedText } from "./document-source.js";
import { linkReferences } from "./link-references.js";
import type { Server } from "./servers.js";

/** An OpenAPI document that was read. Nothing in it is changed after that. */
export interface OpenApiDocument {
  /** The name of its file without the extension, such as `pim-v1`. */
  readonly name: string;
  /** The path of its file. */
  readonly file: string;
  /** Such as `3.0.3`. */
  readonly openapi: string;
  readonly content: DocumentContent;
  /** What the document's references point at, and the pointer. */
  readonly targets: ReadonlyMap<object, string>;
  /** What a reference of the document points at. */
  readonly resolve: (reference: string) => unknown;
}

/** The parts of a document that are read as they are. */
export interface DocumentContent {
  readonly openapi: string;
  readonly servers?: readonly Server[];
  readonly security?: readonly object[];
  /** The host of a service beside the others: `required`, or an address. */
  readonly "x-base-url"?: string;
  readonly paths?: Readonly<Record<string, object>>;
  readonly components?: {
    readonly securitySchemes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

interface Yaml {
  readonly load: (
    text: string,
    options: { readonly schema: unknown; readonly maxTotalMergeKeys: number },
  ) => unknown;
  /** JSON's types: a date is a text. */
  readonly CORE_SCHEMA: { readonly extend: (types: { readonly implicit: readonly unknown[] }) => unknown };
  readonly types: {
    /** Merge keys: `<<: *shared`. */
    readonly merge: unknown;
  };
}

/**
 * Reads a document, YAML or JSON, that is known to be right.
 *
 * @throws {SetupError} that names the file, when it is no OpenAPI document of version 3
 */
export function readDocument(file: string, text: string): OpenApiDocument {
  return linkDocument(file, parseDocument(file, text));
}

/**
 * Reads documents of users, YAML or JSON, and looks for mistakes in them.
 *
 * @throws {SetupError} that names the file and the place of each mistake, and each file that is no OpenAPI document of version 3
 */
export function readDocuments(documents: readonly NamedText[]): readonly OpenApiDocument[] {
  const names = documents.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new SetupError(`${twice}: two documents have this name`);
  const problems: string[] = [];
  const contents = documents.flatMap(({ name, text }) => {
    try {
      const content = parseDocument(name, text);
      const mistakes = checkDocument(content);
      if (mistakes.length > 0) problems.push(listMistakes(name, mistakes));
      return [{ name, content }];
    } catch (error) {
      problems.push(messageOf(error, name));
      return [];
    }
  });
  if (problems.length > 0) throw new SetupError([...new Set(problems)].join("\n"));
  return contents.map(({ name, content }) => linkDocument(name, content));
}

/** @throws what is no problem of the document */
function messageOf(error: unknown, name: string): string {
  if (error instanceof SetupError) return error.message;
  if (error instanceof RangeError) return `${name}: it is nested too deeply`;
  throw error;
}

function linkDocument(file: string, content: DocumentContent): OpenApiDocument {
  const linked = linkReferences(content);
  noteDiscriminators(linked);
  const name = basename(file).replace(/\.(ya?ml|json)$/, "");
  const { targets, resolve } = linked;
  return { name, file, openapi: content.openapi, content, targets, resolve };
}

/** @throws {SetupError} that names the file */
function parseDocument(file: string, text: string): DocumentContent {
  try {
    // Editors of some systems begin a file with a byte order mark.
    const content = parse(file, text.replace(/^\ufeff/, ""));
    if (isOpenApi(content)) return content;
  } catch (error) {
    if (error instanceof RangeError || error instanceof SetupError) throw error;
    throw new SetupError(`${file}: ${problemOf(error)}`, { cause: error });
  }
  throw new SetupError(`${file}: it is not an OpenAPI document of version 3`);
}

function parse(file: string, text: string): unknown {
  if (file.endsWith(".json")) return JSON.parse(text);
  const yaml = loadPeer("js-yaml") as Yaml;
  const schema = yaml.CORE_SCHEMA.extend({ implicit: [yaml.types.merge] });
  return yaml.load(text, { schema, maxTotalMergeKeys: MAX_MERGED });
}

/** So many keys may be merged: a short text could stand for more than a machine can hold. The package's own limit is 10,000. */
const MAX_MERGED = 1_000_000;

function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes("maxTotalMergeKeys")
    ? `its merge keys (\`<<\`) put in more than ${MAX_MERGED.toLocaleString("en")} keys: refer to what is shared with \`$ref\` instead`
    : message;
}

function isOpenApi(content: unknown): content is DocumentContent {
  return (
    typeof content === "object" &&
    content !== null &&
    "openapi" in content &&
    String(content.openapi).startsWith("3.")
  );
}
