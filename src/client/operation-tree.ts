import type { Operation, OperationTree } from "../operation.js";

export function isOperation(node: Operation | OperationTree): node is Operation {
  return typeof node["path"] === "string";
}

/** All operations of a tree. */
export function* operationsOf(tree: OperationTree): Generator<Operation> {
  for (const node of Object.values(tree)) {
    if (isOperation(node)) yield node;
    else yield* operationsOf(node);
  }
}

/** One tree with the operations of several: `{ pim: { v1 } }` and `{ pim: { v2 } }` give `{ pim: { v1, v2 } }`. */
export function mergeOperations(trees: readonly OperationTree[]): OperationTree {
  const merged: Record<string, Operation | OperationTree> = {};
  for (const [name, node] of trees.flatMap((tree) => Object.entries(tree))) {
    const present = merged[name];
    const areTrees = present && !isOperation(present) && !isOperation(node);
    merged[name] = areTrees ? mergeOperations([present, node]) : node;
  }
  return merged;
}
