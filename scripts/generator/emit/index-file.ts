import { comment } from "./comment.js";
import { printImports, type ImportMap } from "./imports.js";
import { printKey } from "./literal.js";
import { groupBy, type Resource } from "./resource-tree.js";
import { withDescendants } from "./service-file.js";
import type { Names } from "./service-names.js";

/** The file that a client is made of: `api`, the APIs of single services, and all types under one roof. */
export function indexFile(
  services: readonly Resource[],
  names: Names,
  typeNames: ReadonlySet<string>,
  runtime: ImportMap,
): string {
  const files = services.map((service) => ({
    service,
    module: JSON.stringify(`./${names.of(service).file}.js`),
  }));
  const nested = nest(services, 0);
  const imports = files.map(
    ({ service, module }) =>
      `import { ${names.of(service).table}, type ${names.interfaceOf(service)} } from ${module};\n`,
  );
  const exports = files.map(({ service, module }) => {
    const interfaces = withDescendants(service).map((resource) => `type ${names.interfaceOf(resource)}`);
    return `export { ${[names.of(service).api, ...interfaces.sort()].join(", ")} } from ${module};\n`;
  });
  return [
    printImports(new Set(["Api"]), runtime, new Set()) +
      imports.join("") +
      'import type { paths } from "./types.js";\n',
    comment("The resources of the API, by the parts of their paths.") +
      `export interface Resources ${printTypes(nested, names)}\n`,
    comment("The API that the documents describe, to make a client for: `createClient({ api })`.") +
      `export const api: Api<paths, Resources> = { operations: ${printValues(nested, names)} };\n`,
    `${exports.join("")}export type { ${[...typeNames].sort().join(", ")} } from "./types.js";\n`,
  ].join("\n");
}

/** Services by the parts of their names: `pim` holds `v1` and `v2`. */
interface Nested {
  readonly [name: string]: Resource | Nested;
}

function nest(services: readonly Resource[], depth: number): Nested {
  const groups = groupBy(services, ({ names }) => names[depth] ?? "");
  return Object.fromEntries(
    [...groups].map(([name, [first, ...others]]): [string, Resource | Nested] => {
      if (others.length === 0 && first.names.length === depth + 1) return [name, first];
      return [name, nest([first, ...others], depth + 1)];
    }),
  );
}

function isResource(node: Resource | Nested): node is Resource {
  return Array.isArray(node["names"]);
}

function printTypes(nested: Nested, names: Names): string {
  const members = Object.entries(nested).map(
    ([name, node]) =>
      `readonly ${printKey(name)}: ${isResource(node) ? names.interfaceOf(node) : printTypes(node, names)};`,
  );
  return `{ ${members.join(" ")} }`;
}

function printValues(nested: Nested, names: Names): string {
  const members = Object.entries(nested).map(
    ([name, node]) =>
      `${printKey(name)}: ${isResource(node) ? names.of(node).table : printValues(node, names)}`,
  );
  return `{ ${members.join(", ")} }`;
}
