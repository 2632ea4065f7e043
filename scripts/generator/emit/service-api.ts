import type { OpenApiDocument } from "../document/openapi.js";
import { comment } from "./comment.js";
import { describeGroup, type ServiceTexts } from "./describe-service.js";
import { printKey, printLiteral } from "./literal.js";
import { operationTable } from "./operation-table.js";
import { withDescendants, type Resource } from "./resource-tree.js";
import type { ServiceNames } from "./service-names.js";
import { readersOf } from "./success-table.js";

/** What the constants of a service are printed with. */
interface ApiContext {
  readonly document: OpenApiDocument;
  readonly names: ServiceNames;
  readonly texts: ServiceTexts;
  /** What the document says in `x-base-url`. */
  readonly baseUrl: string | undefined;
  /** Receives the names of the types and functions that are mentioned. */
  readonly used: Set<string>;
}

/** The table of a service's operations, and its API: a program that imports no other has no other in its bundle. */
export function apiConstants(
  service: Resource,
  { document, names, texts, baseUrl, used }: ApiContext,
): readonly string[] {
  const { api, table } = names;
  const isRequired = baseUrl === "required";
  const example = `createClientFor(${api}, { ${isRequired ? "baseUrl, " : ""}auth })`;
  const readers = withDescendants(service).flatMap(({ methods }) =>
    methods.flatMap(({ successes }) => readersOf(successes).map(([, reader]) => reader)),
  );
  for (const name of ["Api", "OperationTree", ...readers]) used.add(name);
  return [
    comment(`The operations ${texts.scope}, as the client needs them at run time.`) +
      `export const ${table}: OperationTree = ${printLiteral(operationTable(service, document, used))};\n`,
    comment(`The API ${texts.scope}, to make a client for: \`${example}\`.`) +
      `export const ${api}: Api<paths, ${nestedType(service, names, texts)}> = {\n` +
      (baseUrl === undefined ? "" : `  ${baseUrlMember(baseUrl)},\n`) +
      `  operations: ${nestedValue(service.names, table)},\n};\n`,
  ];
}

/** `{ readonly pim: { readonly v1: PimV1 } }`, with a comment on every level. */
function nestedType(service: Resource, names: ServiceNames, texts: ServiceTexts): string {
  const parts = service.names;
  return parts.reduceRight((inner, part, index) => {
    const isInnermost = index === parts.length - 1;
    const text = isInnermost ? texts.description : describeGroup([{ names: parts, title: texts.title }]);
    return `{\n${comment(text)}readonly ${printKey(part)}: ${inner};\n}`;
  }, names.interfaceOf(service));
}

/** `{ pim: { v1: pimV1Operations } }` */
function nestedValue(parts: readonly string[], value: string): string {
  return parts.reduceRight((inner, part) => `{ ${printKey(part)}: ${inner} }`, value);
}

/** `baseUrl: null` where each caller has another. */
export function baseUrlMember(baseUrl: string): string {
  return `baseUrl: ${baseUrl === "required" ? "null" : JSON.stringify(baseUrl)}`;
}
