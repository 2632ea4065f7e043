import { mapOperations } from "../../document/schemas.js";
import type { OpenApiDocument } from "../../document/openapi.js";

/** Gives every operation the parameters of its path, save those that it declares itself. */
export function completeParameters(document: OpenApiDocument): OpenApiDocument {
  const paths = mapOperations(document.paths, (operation, [, path]) => {
    const own = operation.parameters ?? [];
    const inherited = (document.paths[path]?.parameters ?? []).filter(
      (parameter) => !own.some((other) => other.in === parameter.in && other.name === parameter.name),
    );
    return { ...operation, parameters: [...inherited, ...own] };
  });
  return { ...document, paths };
}
