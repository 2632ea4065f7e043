import type { Operation, OperationEntry, OperationTree } from "../operation.js";
import { usualId, usualMethod } from "./usual-operation.js";

/** A tree whose operations have everything that their table may leave out. */
export interface Operations {
  readonly [name: string]: Operation | Operations;
}

export function isOperation<Entry extends OperationEntry>(
  node: Entry | Readonly<Record<string, unknown>>,
): node is Entry {
  return typeof node["path"] === "string";
}

/** Adds to each operation of a tree what its table leaves out. */
export function completeOperations(tree: OperationTree): Operations {
  const entries = Object.entries(tree).map(([name, node]): [string, Operation | Operations] => [
    name,
    isOperation(node)
      ? { id: usualId(name, node.path), method: usualMethod(name), ...node }
      : completeOperations(node),
  ]);
  return Object.fromEntries(entries);
}

/** All operations of a tree. */
export function* operationsOf(tree: Operations): Generator<Operation> {
  for (const node of Object.values(tree)) {
    if (isOperation(node)) yield node;
    else yield* operationsOf(node);
  }
}

/** One tree with the operations of several: `{ pim: { v1 } }` and `{ pim: { v2 } }` give `{ pim: { v1, v2 } }`. */
export function mergeOperations(trees: readonly OperationTree[]): OperationTree {
  const merged: Record<string, OperationEntry | OperationTree> = {};
  for (const [name, node] of trees.flatMap((tree) => Object.entries(tree))) {
    const present = merged[name];
    const areTrees = present && !isOperation(present) && !isOperation(node);
    merged[name] = areTrees ? mergeOperations([present, node]) : node;
  }
  return merged;
}
