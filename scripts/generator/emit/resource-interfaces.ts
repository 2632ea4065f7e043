import type { Tag } from "../document/openapi.js";
import { comment, wrap } from "./comment.js";
import { printKey } from "./literal.js";
import { methodComment } from "./method-comment.js";
import type { Method } from "./methods.js";
import type { TypeOf } from "./openapi-typescript.js";
import { withDescendants, type Resource } from "./resource-tree.js";
import type { ServiceNames } from "./service-names.js";
import { signaturesOf, type Argument } from "./signature.js";

/** What interfaces are printed with. */
interface InterfaceContext {
  readonly names: ServiceNames;
  readonly queryNames: ReadonlyMap<string, string>;
  readonly typeOf: TypeOf;
  readonly tags: readonly Tag[];
  /** Receives the names of the types that are mentioned. */
  readonly used: Set<string>;
}

/** An interface for a service, and one for each of its resources. What they are, the members that hold them say. */
export function resourceInterfaces(service: Resource, context: InterfaceContext): readonly string[] {
  return withDescendants(service).map((resource) => {
    const members = [
      ...resource.children.map((child) => printChild(child, context)),
      ...resource.methods.map((method) => printMethod(method, context)),
    ];
    const text = comment(`\`${resource.names.join(".")}\` of a client.`);
    return `${text}export interface ${context.names.interfaceOf(resource)} {\n${members.join("\n")}}\n`;
  });
}

function printChild(child: Resource, context: InterfaceContext): string {
  const name = child.names.at(-1) ?? "";
  const text = comment(describeResource(child, context), "  ");
  return `${text}  readonly ${printKey(name)}: ${context.names.interfaceOf(child)};\n`;
}

function printMethod(method: Method, { queryNames, typeOf, used }: InterfaceContext): string {
  const queryName = queryNames.get(method.operation.operationId);
  const name = method.name === "new" ? NEW : printKey(method.name);
  const signatures = signaturesOf(method, queryName, typeOf, used).map(
    ({ parameters, returns, mediaType }) => {
      const list = parameters.map((parameter, index) =>
        printArgument(parameter, parameters.slice(index + 1)),
      );
      const text = mediaType === undefined ? methodComment(method) : `The same with a body of ${mediaType}.`;
      return `${comment(text, "  ")}  ${name}(${list.join(", ")}): ${returns};\n`;
    },
  );
  return signatures.join("");
}

/** Without quotes it would not be a method, but a constructor. */
const NEW = '"new"';

/** An argument that may be left out, but is followed by one that may not, is given as `undefined`. */
function printArgument({ name, isOptional, type }: Argument, following: readonly Argument[]): string {
  if (!isOptional) return `${name}: ${type}`;
  if (type === "undefined" && following.some((other) => !other.isOptional)) return `${name}: undefined`;
  return following.every((other) => other.isOptional) ? `${name}?: ${type}` : `${name}: ${type} | undefined`;
}

/** What the document says about the group of operations that a resource's methods belong to. */
function describeResource({ names, methods }: Resource, { tags }: InterfaceContext): string {
  const group = methods[0]?.operation.tags?.[0];
  const description = tags.find(({ name }) => name === group)?.description ?? "";
  return description === "" ? `The operations of \`${names.join(".")}\`.` : wrap(description);
}
