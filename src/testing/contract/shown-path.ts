import type { DocumentOperation } from "../document/operations.js";

/** Which segments may follow which, in the paths of documents. */
interface Node {
  readonly names: Map<string, Node>;
  parameter?: { readonly name: string; readonly node: Node };
}

/**
 * Shows paths that no document has, without the ids in them. As far as the documents have a path, a segment is a name or the
 * name of a parameter; where they have no parameter, a word is the name of a collection; of all that follows nothing is known.
 */
export function pathPrinter(operations: readonly DocumentOperation[]): (pathname: string) => string {
  const root: Node = { names: new Map() };
  for (const { segments } of operations) segments.reduce(add, root);
  return (pathname) => {
    let node: Node | undefined = root;
    const shown = pathname
      .replace(/^\//, "")
      .split("/")
      .map((segment) => {
        const { names, parameter }: Node = node ?? { names: new Map() };
        const isKnown = node !== undefined;
        const next = names.get(segment);
        node = next ?? parameter?.node;
        if (next) return segment;
        if (parameter) return parameter.name;
        return isKnown && /^[a-z][a-z0-9:-]{0,40}$/.test(segment) ? segment : "{…}";
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
