import { comment } from "./comment.js";
import { printKey } from "./literal.js";
import type { Resource } from "./resource-tree.js";
import type { Names } from "./service-names.js";

/**
 * A service as an API of its own: a program that imports no other has no other in its bundle.
 *
 * @param resources the service's own, and all below it
 */
export function serviceApi(service: Resource, resources: readonly Resource[], names: Names): string {
  const { api, table } = names.of(service);
  const methods = resources.flatMap((resource) => resource.methods);
  const paths = [...new Set(methods.map(({ path }) => JSON.stringify(path)))].join(" | ");
  const type = nested(service.names, "readonly ", names.interfaceOf(service));
  const text = `The API under \`/${service.names.join("/")}\` alone, to make a client for: \`createClient({ api: ${api} })\`.`;
  return (
    comment(text) +
    `export const ${api}: Api<Pick<paths, ${paths}>, ${type}> = {\n` +
    `  operations: ${nested(service.names, "", table)},\n};\n`
  );
}

/** `{ pim: { v1: value } }` */
function nested(names: readonly string[], modifier: string, value: string): string {
  return names.reduceRight((inner, name) => `{ ${modifier}${printKey(name)}: ${inner} }`, value);
}
