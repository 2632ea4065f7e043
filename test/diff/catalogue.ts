import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { parseReference } from "../../scripts/generator/document/pointer.js";

/** A change to the catalogue's document, and what it means to callers. */
export interface CatalogueEntry {
  readonly change: string;
  readonly means: "major" | "minor" | "patch" | "none";
  /** Set in both documents, so that the change is possible. */
  readonly base?: Values;
  readonly set?: Values;
  readonly remove?: string;
  readonly move?: Readonly<Record<string, string>>;
}

type Values = Readonly<Record<string, unknown>>;
type Container = Record<string, unknown>;

const FIXTURES = new URL("../fixtures/changes/", import.meta.url);
const library = readFileSync(new URL("library.yaml", FIXTURES), "utf8");

export const catalogue = parse(
  readFileSync(new URL("catalogue.yaml", FIXTURES), "utf8"),
) as readonly CatalogueEntry[];

/** The document before and after a change, as JSON. */
export function documentsOf({ base = {}, set = {}, remove, move = {} }: CatalogueEntry): {
  readonly before: string;
  readonly after: string;
} {
  const document = parse(library) as Container;
  for (const [pointer, value] of Object.entries(base)) setAt(document, pointer, value);
  const before = JSON.stringify(document, undefined, 2);
  for (const [from, to] of Object.entries(move)) setAt(document, to, removeAt(document, from));
  if (remove !== undefined) removeAt(document, remove);
  for (const [pointer, value] of Object.entries(set)) setAt(document, pointer, value);
  return { before, after: JSON.stringify(document, undefined, 2) };
}

function setAt(document: Container, pointer: string, value: unknown): void {
  const [container, key] = placeOf(document, pointer);
  if (Array.isArray(container) && key === "-") container.push(value);
  else container[key] = value;
}

function removeAt(document: Container, pointer: string): unknown {
  const [container, key] = placeOf(document, pointer);
  const value = container[key];
  if (value === undefined) throw new Error(`${pointer} points at nothing`);
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else Reflect.deleteProperty(container, key);
  return value;
}

function placeOf(document: Container, pointer: string): [Container, string] {
  const keys = [...(parseReference(`#${pointer}`) ?? [])];
  const key = keys.pop() ?? "";
  const container = keys.reduce((node, name) => node[name] as Container, document);
  return [container, key];
}
