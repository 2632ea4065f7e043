import { parse } from "yaml";
import type { InputDocument } from "../../scripts/generator/read/input.js";

type Json = Readonly<Record<string, unknown>>;

const METHODS = ["get", "put", "post", "patch", "delete"];

/** How many operations a document describes. */
export function operationsIn(text: string): number {
  const { paths } = parse(text) as { paths: Record<string, Json> };
  return Object.values(paths).reduce(
    (count, item) => count + METHODS.filter((method) => method in item).length,
    0,
  );
}

/**
 * One document of many services, as a provider publishes it: copies of some documents, each under paths, operation ids and
 * component names of its own.
 */
export function aggregateOf(documents: readonly InputDocument[], copies: number): InputDocument {
  const all: Record<string, Record<string, unknown>> = {};
  const paths: Record<string, unknown> = {};
  for (let copy = 1; copy <= copies; copy++) {
    for (const [index, { text }] of documents.entries()) {
      const service = `s${index}n${copy}`;
      const document = renamed(parse(text) as Json, service) as { paths: Json; components?: Json };
      for (const [path, item] of Object.entries(document.paths)) paths[`/${service}${path}`] = item;
      for (const [section, entries] of Object.entries(document.components ?? {})) {
        for (const [key, entry] of Object.entries(entries as Json)) {
          (all[section] ??= {})[section === "securitySchemes" ? key : `${service}.${key}`] = entry;
        }
      }
    }
  }
  const info = { title: "Everything", version: "1.0.0" };
  return {
    name: "everything.json",
    text: JSON.stringify({ openapi: "3.0.3", info, paths, components: all }),
  };
}

/** Copies a document, or anything in it, with the component names and operation ids of the copy. */
function renamed(node: unknown, service: string): unknown {
  if (typeof node === "string") return node.replace(/^(#\/components\/\w+\/)(?=[^/]+$)/, `$1${service}.`);
  if (Array.isArray(node)) return node.map((item) => renamed(item, service));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "operationId" ? `${String(value)}Of${service.toUpperCase()}` : renamed(value, service),
    ]),
  );
}
