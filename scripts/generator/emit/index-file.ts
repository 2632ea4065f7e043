import { comment } from "./comment.js";
import { describeGroup } from "./describe-service.js";
import { runtimeImports, type ImportMap } from "./imports.js";
import { printKey } from "./literal.js";
import { groupBy } from "./resource-tree.js";
import { freeName } from "../document/names.js";
import type { ServiceModule } from "./service-module.js";

/** A service's module and its file, without the suffix. */
export interface IndexEntry {
  readonly module: ServiceModule;
  readonly file: string;
}

/** What the index calls what it imports of a service. */
interface Names {
  readonly api: string;
  readonly table: string;
  readonly type: string;
  readonly paths: string;
}

/** The file that a client is made of: `api` and `paths` of all services, and the APIs of single ones. */
export function indexFile(entries: readonly IndexEntry[], runtime: ImportMap): string {
  const of = nameImports(entries);
  const tree = nest(entries, 0);
  const imports = entries.map((entry) => {
    const { table, type, paths } = of(entry);
    const { names: own, service } = entry.module;
    const list = [
      renamed(own.table, table),
      `type ${renamed(own.interfaceOf(service), type)}`,
      `type ${renamed("paths", paths)}`,
    ];
    return `import { ${list.join(", ")} } from ${JSON.stringify(`./${entry.file}.js`)};\n`;
  });
  const exports = entries.map(
    (entry) =>
      `export { ${renamed(entry.module.names.api, of(entry).api)} } from ${JSON.stringify(`./${entry.file}.js`)};\n`,
  );
  const bases = entries.map((entry) => of(entry).paths);
  return [
    runtimeImports(new Set(["Api"]), runtime) + imports.join(""),
    comment("The resources of the API, by the parts of their paths.") +
      `export interface Resources ${printTypes(tree, of)}\n`,
    comment("The paths of all services, as openapi-fetch takes them.") +
      `export interface paths${bases.length > 0 ? ` extends ${bases.join(", ")}` : ""} {}\n`,
    comment("The API that the documents describe, to make a client for: `createClient({ api })`.") +
      `export const api: Api<paths, Resources> = { operations: ${printValues(tree, of)} };\n`,
    exports.join(""),
  ].join("\n");
}

/** Names are those of the modules, but where two services have the same. */
function nameImports(entries: readonly IndexEntry[]): (entry: IndexEntry) => Names {
  const taken = new Set(["Api", "Resources", "api", "paths"]);
  const claim = (name: string): string => {
    const free = freeName([name], (candidate) => taken.has(candidate));
    taken.add(free);
    return free;
  };
  const names = new Map(
    entries.map((entry) => {
      const { api, table, interfaceOf } = entry.module.names;
      const type = claim(interfaceOf(entry.module.service));
      return [entry, { api: claim(api), table: claim(table), type, paths: claim(`${type}Paths`) }] as const;
    }),
  );
  return (entry) => {
    const found = names.get(entry);
    if (!found) throw new Error(`${entry.file} is not in the index`);
    return found;
  };
}

function renamed(name: string, as: string): string {
  return name === as ? name : `${name} as ${as}`;
}

/** Services by the parts of their names: `pim` holds `v1` and `v2`, and may be a service itself. */
interface Nested {
  readonly own: IndexEntry | undefined;
  readonly all: readonly IndexEntry[];
  readonly children: ReadonlyMap<string, Nested>;
}

function nest(entries: readonly IndexEntry[], depth: number): Nested {
  const isOwn = ({ module }: IndexEntry): boolean => module.service.names.length === depth;
  const deeper = groupBy(
    entries.filter((entry) => !isOwn(entry)),
    ({ module }) => module.service.names[depth] ?? "",
  );
  const children = [...deeper].map(([name, group]) => [name, nest(group, depth + 1)] as const);
  return { own: entries.find(isOwn), all: entries, children: new Map(children) };
}

function printTypes({ own, children }: Nested, of: (entry: IndexEntry) => Names): string {
  const members = [...children].map(([name, child]) => {
    const text = comment(describe(child));
    return `${text}readonly ${printKey(name)}: ${printTypes(child, of)};\n`;
  });
  const type = own ? [of(own).type] : [];
  return [...type, ...(members.length > 0 ? [`{\n${members.join("")}}`] : [])].join(" & ") || "{}";
}

function describe({ own, all }: Nested): string {
  if (own) return own.module.texts.description;
  return describeGroup(all.map(({ module }) => ({ names: module.service.names, title: module.texts.title })));
}

function printValues({ own, children }: Nested, of: (entry: IndexEntry) => Names): string {
  if (own && children.size === 0) return of(own).table;
  const spread = own ? [`...${of(own).table}`] : [];
  const members = [...children].map(([name, child]) => `${printKey(name)}: ${printValues(child, of)}`);
  return `{ ${[...spread, ...members].join(", ")} }`;
}
