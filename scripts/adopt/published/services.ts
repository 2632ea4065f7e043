import { CommandError } from "../../shared/command-error.js";
import type { Node } from "../../generator/document/nodes.js";
import { isRecord, mapValues } from "../../generator/document/records.js";
import { mapReferences } from "../../generator/document/references.js";
import { canonical, canonicalFacts, nodeAt } from "../node.js";
import { tagsOf, type DocumentFacts } from "./document-facts.js";

/** One service of ours, as the published documents have it that it is made of. */
export interface Service extends Omit<DocumentFacts, "name"> {
  /** The name of its file: `iam-v2`. */
  readonly name: string;
  /** How it is called where it has a path prefix: `iam/v2`; else its name. */
  readonly prefix: string;
  /** The published documents. */
  readonly documents: readonly string[];
}

const PREFIX = /^\/([^/{]+\/v\d[^/]*)\//;

/** Puts documents with the same path prefix together; one without a prefix of its own is a service by its file's name. */
export function servicesOf(documents: readonly DocumentFacts[]): readonly Service[] {
  const services = new Map<string, DocumentFacts[]>();
  for (const document of documents) {
    const prefix = prefixOf(document);
    services.set(prefix, [...(services.get(prefix) ?? []), document]);
  }
  return [...services]
    .map(([prefix, parts]) => mergeParts(prefix, parts))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function prefixOf({ name, paths }: DocumentFacts): string {
  const prefixes = new Set(Object.keys(paths).map((path) => PREFIX.exec(path)?.[1]));
  const [prefix] = prefixes;
  return prefixes.size === 1 && prefix !== undefined ? prefix : baseName(name);
}

function baseName(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/\.(ya?ml|json)$/i, "");
}

function mergeParts(prefix: string, parts: readonly DocumentFacts[]): Service {
  const sorted = [...parts].sort((a, b) => (a.name < b.name ? -1 : 1));
  const paths: Record<string, Node> = {};
  const schemas: Record<string, Node> = {};
  const securitySchemes: Record<string, Node> = {};
  const servers: Node[] = [];
  for (const part of sorted) {
    const renamed = renameSchemas(part, schemas);
    Object.assign(schemas, renamed.schemas);
    for (const [path, item] of Object.entries(renamed.paths)) {
      for (const method of Object.keys(item)) {
        if (nodeAt(paths, path)[method] === undefined) continue;
        throw new CommandError(
          `${part.name}: another document describes ${method.toUpperCase()} ${path} too`,
        );
      }
      paths[path] = { ...paths[path], ...item };
    }
    for (const [name, scheme] of Object.entries(part.securitySchemes)) securitySchemes[name] ??= scheme;
    for (const server of part.servers) {
      if (!servers.some((known) => canonical(known) === canonical(server))) servers.push(server);
    }
  }
  const tagWords = Object.assign({}, ...sorted.map((part) => part.tagWords)) as DocumentFacts["tagWords"];
  const tags = [...new Set(sorted.flatMap(tagsOf))];
  const name = prefix.replaceAll("/", "-");
  return {
    name,
    prefix,
    documents: sorted.map((part) => part.name),
    servers,
    tags,
    tagWords,
    paths,
    schemas,
    securitySchemes,
  };
}

/** A schema with the name, but not the content, of another document's gets a number. */
function renameSchemas(part: DocumentFacts, known: Readonly<Record<string, Node>>): DocumentFacts {
  const names = new Map<string, string>();
  for (const [name, schema] of Object.entries(part.schemas)) {
    if (known[name] === undefined || canonicalFacts(known[name]) === canonicalFacts(schema)) continue;
    let number = 2;
    while (known[`${name}${number}`] !== undefined || part.schemas[`${name}${number}`] !== undefined)
      number++;
    names.set(name, `${name}${number}`);
  }
  if (names.size === 0) return part;
  const rename = <T>(node: T): T => renameReferences(node, (name) => names.get(name) ?? name);
  const schemas = Object.entries(part.schemas).map(([name, schema]) => [
    names.get(name) ?? name,
    rename(schema),
  ]);
  return { ...part, paths: rename(part.paths), schemas: Object.fromEntries(schemas) as Record<string, Node> };
}

/** A copy with other names for schemas, in the mappings of discriminators too. */
export function renameReferences<T>(part: T, rename: (name: string) => string): T {
  const target = (reference: string): string =>
    reference.replace(
      /^(#\/components\/schemas\/)(.+)$/,
      (_, root: string, name: string) => root + rename(name),
    );
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (!isRecord(node)) return node;
    const discriminator = node["discriminator"];
    if (!isRecord(discriminator) || !isRecord(discriminator["mapping"])) return mapValues(node, visit);
    const mapping = mapValues(discriminator["mapping"], (value) =>
      typeof value === "string" ? target(value) : value,
    );
    return { ...mapValues(node, visit), discriminator: { ...discriminator, mapping } };
  };
  return visit(mapReferences(part, (reference, node) => ({ ...node, $ref: target(reference) }))) as T;
}
