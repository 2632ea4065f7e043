import type { OpenApiDocument, Parameter, PathItem } from "../../document/openapi.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/**
 * Makes required parameters of a query string in a path. If the document also has the path without it, both operations
 * cannot share one path: then the query string stays and is sent as it is, and is no parameter.
 */
export const stripPathQueries: DocumentStage = (document, { report }) => {
  const paths: Record<string, PathItem> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const [bare = path, search] = path.split("?");
    if (search === undefined) {
      paths[path] = item;
      continue;
    }
    const parameters = [...new URLSearchParams(search)].map(toParameter);
    if (bare in document.paths || bare in paths) {
      report(["paths", path], `the query string stays in the path, since the document has ${bare} too`);
      Object.assign(paths, withoutParameters({ [path]: item }, parameters));
    } else {
      report(["paths", path], `the query string becomes parameters of ${bare}`);
      Object.assign(paths, withParameters({ [bare]: item }, parameters));
    }
  }
  return { ...document, paths };
};

function toParameter([name, value]: readonly [string, string]): Parameter {
  return {
    name,
    in: "query",
    required: true,
    schema: { type: "string", ...(value !== "" && { enum: [value] }) },
  };
}

function withParameters(
  paths: OpenApiDocument["paths"],
  added: readonly Parameter[],
): OpenApiDocument["paths"] {
  return mapOperations(paths, (operation) => {
    const { parameters = [] } = operation;
    const isNew = ({ name }: Parameter): boolean =>
      !parameters.some((other) => other.in === "query" && other.name === name);
    return { ...operation, parameters: [...added.filter(isNew), ...parameters] };
  });
}

function withoutParameters(
  paths: OpenApiDocument["paths"],
  removed: readonly Parameter[],
): OpenApiDocument["paths"] {
  return mapOperations(paths, (operation) => ({
    ...operation,
    parameters: (operation.parameters ?? []).filter(
      (parameter) => parameter.in !== "query" || !removed.some(({ name }) => name === parameter.name),
    ),
  }));
}
