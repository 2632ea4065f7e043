import type { Tag } from "../document/openapi.js";
import { comment, wrap } from "./comment.js";
import { printImports, type ImportMap } from "./imports.js";
import { printKey, printLiteral } from "./literal.js";
import { methodComment } from "./method-comment.js";
import type { Method } from "./methods.js";
import type { Types } from "./openapi-typescript.js";
import { operationTable } from "./operation-table.js";
import type { Resource } from "./resource-tree.js";
import { serviceApi } from "./service-api.js";
import type { Names } from "./service-names.js";
import { signatureOf, type Argument } from "./signature.js";

/** What the files of all services are made with. */
export interface ServiceContext {
  readonly types: Types;
  readonly typeNames: ReadonlySet<string>;
  readonly queryNames: ReadonlyMap<string, string>;
  readonly names: Names;
  readonly tags: readonly Tag[];
  readonly runtime: ImportMap;
}

/** The file of a service: an interface for each of its resources, the table of its operations, and its own API. */
export function serviceFile(service: Resource, context: ServiceContext): string {
  const used = new Set(["Api", "OperationTree", "paths"]);
  const interfaces = withDescendants(service).map((resource) => printInterface(resource, context, used));
  const path = `/${service.names.join("/")}`;
  const table =
    comment(`The operations under \`${path}\`, as the client needs them at run time.`) +
    `export const ${context.names.of(service).table}: OperationTree = ${printLiteral(operationTable(service))};\n`;
  return [
    printImports(used, context.runtime, context.typeNames),
    ...interfaces,
    table,
    serviceApi(service, withDescendants(service), context.names),
  ].join("\n");
}

/** A resource and all below it, outermost first. */
export function withDescendants(resource: Resource): readonly Resource[] {
  return [resource, ...resource.children.flatMap(withDescendants)];
}

function printInterface(resource: Resource, context: ServiceContext, used: Set<string>): string {
  const members = [
    ...resource.children.map((child) => printChild(child, context)),
    ...resource.methods.map((method) => printMethod(method, context, used)),
  ];
  return (
    comment(describeResource(resource, context)) +
    `export interface ${context.names.interfaceOf(resource)} {\n${members.join("\n")}}\n`
  );
}

function printChild(child: Resource, context: ServiceContext): string {
  const name = child.names.at(-1) ?? "";
  const text = comment(describeResource(child, context), "  ");
  return `${text}  readonly ${printKey(name)}: ${context.names.interfaceOf(child)};\n`;
}

function printMethod(method: Method, context: ServiceContext, used: Set<string>): string {
  const queryName = context.queryNames.get(method.operation.operationId);
  const { parameters, returns } = signatureOf(method, queryName, context.types, used);
  const list = parameters.map((parameter, index) => printArgument(parameter, parameters.slice(index + 1)));
  return `${comment(methodComment(method), "  ")}  ${printKey(method.name)}(${list.join(", ")}): ${returns};\n`;
}

/** An argument that may be left out, but is followed by one that may not, is given as `undefined`. */
function printArgument({ name, isOptional, type }: Argument, following: readonly Argument[]): string {
  if (!isOptional) return `${name}: ${type}`;
  return following.every((other) => other.isOptional) ? `${name}?: ${type}` : `${name}: ${type} | undefined`;
}

/** What the document says about the group of operations that a resource's methods belong to. */
function describeResource({ names, methods }: Resource, { tags }: ServiceContext): string {
  const group = methods[0]?.operation.tags?.[0];
  const description = tags.find(({ name }) => name === group)?.description ?? "";
  return description === "" ? `The operations of \`${names.join(".")}\`.` : wrap(description);
}
