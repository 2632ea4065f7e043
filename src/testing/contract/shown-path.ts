import type { DocumentOperation } from "../document/operations.js";

/** Which segments may follow which, in the paths of documents. */
interface Node {
  readonly names: Map<string, Node>;
  parameter?: { readonly name: string; readonly node: Node };
}

/**
 * Shows paths that no document has, without the ids and names in them. As far as the documents have a path, a segment is a name
 * or the name of a parameter; beyond, only a segment that some path of the documents has as a name is shown.
 */
export function pathPrinter(operations: readonly DocumentOperation[]): (pathname: string) => string {
  const root: Node = { names: new Map() };
  for (const { segments } of operations) segments.reduce(add, root);
  const names = new Set(operations.flatMap(({ segments }) => segments.filter((one) => !one.includes("{"))));
  return (pathname) => {
    let node: Node | undefined = root;
    const shown = pathname
      .replace(/^\//, "")
      .split("/")
      .map((segment) => {
        const next: Node | undefined = node?.names.get(segment);
        const parameter: Node["parameter"] = node?.parameter;
        node = next ?? parameter?.node;
        if (next) return segment;
        return parameter?.name ?? (names.has(segment) ? segment : "{…}");
      });
    return `/${shown.join("/")}`;
  };
}

function add(node: Node, segment: string): Node {
  if (segment.includes("{")) {
    node.parameter ??= { name: segment, node: { names: new Map() } };
    return node.parameter.node;
  }
  const next = node.names.get(segment) ?? { names: new Map() };
  node.names.set(segment, next);
  return next;
}
