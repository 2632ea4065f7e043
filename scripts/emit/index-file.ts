import { comment } from "./comment.js";
import { printImports, type Runtime } from "./imports.js";
import { printKey } from "./literal.js";
import { groupBy, interfaceName, type Resource } from "./resource-tree.js";
import { tableName, withDescendants } from "./service-file.js";

/** The file that a client is made of: `api`, the type of its resources, and all types under one roof. */
export function indexFile(
  services: readonly Resource[],
  typeNames: ReadonlySet<string>,
  runtime: Runtime,
): string {
  const files = services.map((service) => ({
    service,
    module: JSON.stringify(`./${serviceFileName(service)}.js`),
  }));
  const nested = nest(services, 0);
  const imports = files.map(
    ({ service, module }) =>
      `import { ${tableName(service)}, type ${interfaceName(service.names)} } from ${module};\n`,
  );
  const exports = files.map(({ service, module }) => {
    const names = withDescendants(service).map((resource) => interfaceName(resource.names));
    return `export type { ${names.sort().join(", ")} } from ${module};\n`;
  });
  return [
    printImports(new Set(["Api"]), runtime, new Set()) +
      imports.join("") +
      'import type { paths } from "./types.js";\n',
    comment("The resources of the API, by the parts of their paths.") +
      `export interface Resources ${printTypes(nested)}\n`,
    comment("The API that the documents describe, to make a client for: `createClient({ api })`.") +
      `export const api: Api<paths, Resources> = { operations: ${printValues(nested)} };\n`,
    `${exports.join("")}export type { ${[...typeNames].sort().join(", ")} } from "./types.js";\n`,
  ].join("\n");
}

/** `pim-v1` */
export function serviceFileName({ names }: Resource): string {
  const name = names.join("-").replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return name === "index" || name === "types" ? `${name}-service` : name;
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

function printTypes(nested: Nested): string {
  const members = Object.entries(nested).map(
    ([name, node]) =>
      `readonly ${printKey(name)}: ${isResource(node) ? interfaceName(node.names) : printTypes(node)};`,
  );
  return `{ ${members.join(" ")} }`;
}

function printValues(nested: Nested): string {
  const members = Object.entries(nested).map(
    ([name, node]) => `${printKey(name)}: ${isResource(node) ? tableName(node) : printValues(node)}`,
  );
  return `{ ${members.join(", ")} }`;
}
