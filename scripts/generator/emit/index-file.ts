import { comment } from "./comment.js";
import { describeGroup } from "./describe-service.js";
import { runtimeImports, type ImportMap } from "./imports.js";
import { printKey } from "./literal.js";
import { groupBy } from "./resource-tree.js";
import { baseUrlMember } from "./service-api.js";
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

/**
 * The file that a client is made of: `api` and `paths` of the services that share a host, and the API of each service, with
 * the types of an only one. A service with a host of its own gets a client of its own.
 */
export function indexFile(entries: readonly IndexEntry[], runtime: ImportMap): string {
  const of = nameImports(entries);
  const sharing = entries.filter(({ module }) => module.baseUrl === undefined);
  // Where each has its own, a client of them all is told where to send its requests.
  const together = sharing.length > 0 ? sharing : entries;
  const tree = nest(together, 0);
  const imports = together.map((entry) => {
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
  const bases = together.map((entry) => of(entry).paths);
  const hosts = together.length < entries.length ? "the services that share a host" : "all services";
  const roots = tree.own.map((entry) => of(entry).type);
  return [
    runtimeImports(new Set(["Api"]), runtime) + imports.join(""),
    comment("The resources of the API, by the parts of their paths.") +
      `export interface Resources${extending(roots)} ${printMembers(tree, of)}\n`,
    comment(`The paths of ${hosts}, as openapi-fetch takes them.`) +
      `export interface paths${extending(bases)} {}\n`,
    comment("The API that the documents describe, to make a client for: `createClient({ api })`.") +
      `export const api: Api<paths, Resources> = { ${printBaseUrl(together)}operations: ${printValues(tree, of)} };\n`,
    exports.join("") + onlyTypes(entries),
  ].join("\n");
}

/**
 * The types of a service that is alone. Those of several stay in their modules: two services may have a type of the same
 * name, and no name may depend on what else was read.
 */
function onlyTypes([only, ...others]: readonly IndexEntry[]): string {
  return only && others.length === 0 ? `export type * from ${JSON.stringify(`./${only.file}.js`)};\n` : "";
}

/** Names are those of the modules, but where two services have the same. */
function nameImports(entries: readonly IndexEntry[]): (entry: IndexEntry) => Names {
  const taken = new Set(["Api", "Resources", "api", "operations", "paths"]);
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
  /** Several only at the root, where services are whose paths have no prefix. */
  readonly own: readonly IndexEntry[];
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
  return { own: entries.filter(isOwn), all: entries, children: new Map(children) };
}

function printTypes(nested: Nested, of: (entry: IndexEntry) => Names): string {
  const types = nested.own.map((entry) => of(entry).type);
  return [...types, ...(nested.children.size > 0 ? [printMembers(nested, of)] : [])].join(" & ");
}

function printMembers({ children }: Nested, of: (entry: IndexEntry) => Names): string {
  const members = [...children].map(([name, child]) => {
    const text = comment(describe(child));
    return `${text}readonly ${printKey(name)}: ${printTypes(child, of)};\n`;
  });
  return `{\n${members.join("")}}`;
}

function extending(types: readonly string[]): string {
  return types.length > 0 ? ` extends ${types.join(", ")}` : "";
}

function describe({ own: [own], all }: Nested): string {
  if (own) return own.module.texts.description;
  return describeGroup(all.map(({ module }) => ({ names: module.service.names, title: module.texts.title })));
}

function printValues({ own, children }: Nested, of: (entry: IndexEntry) => Names): string {
  const [only, ...others] = own;
  if (only && others.length + children.size === 0) return of(only).table;
  const spread = own.map((entry) => `...${of(entry).table}`);
  const members = [...children].map(([name, child]) => `${printKey(name)}: ${printValues(child, of)}`);
  return `{ ${[...spread, ...members].join(", ")} }`;
}

function printBaseUrl(entries: readonly IndexEntry[]): string {
  const [baseUrl, ...others] = new Set(entries.map(({ module }) => module.baseUrl));
  return baseUrl === undefined ? "" : `${baseUrlMember(others.length > 0 ? "required" : baseUrl)}, `;
}
