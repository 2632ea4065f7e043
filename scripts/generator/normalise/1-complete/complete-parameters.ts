import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Adds to each operation the parameters of its path, except those that it declares itself. */
export const completeParameters: DocumentStage = (document) => {
  const paths = mapOperations(document.paths, (operation, [, path]) => {
    const own = operation.parameters ?? [];
    const inherited = (document.paths[path]?.parameters ?? []).filter(
      (parameter) => !own.some((other) => other.in === parameter.in && other.name === parameter.name),
    );
    return { ...operation, parameters: [...inherited, ...own] };
  });
  return { ...document, paths };
};
