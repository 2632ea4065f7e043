import type { OpenApiDocument, Parameter, PathItem } from "../../document/openapi.js";
import { mapOperations } from "../../document/schemas.js";
import type { FixDocument } from "../../document/fix.js";

/**
 * Takes a query string out of a path: what it says is a parameter. Where another operation has the path without it, both
 * cannot be there under one path: it stays, and is sent as it stands, so that nobody has to say it again.
 */
export const stripPathQueries: FixDocument = (document, report) => {
  const paths: Record<string, PathItem> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const [bare = path, search] = path.split("?");
    if (search === undefined) {
      paths[path] = item;
      continue;
    }
    const parameters = [...new URLSearchParams(search)].map(toParameter);
    if (bare in document.paths || bare in paths) {
      report(["paths", path], `the query string stays in the path, as ${bare} is there without it`);
      Object.assign(paths, withoutParameters({ [path]: item }, parameters));
    } else {
      report(["paths", path], `the query string is a parameter, and the path is ${bare}`);
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
  said: readonly Parameter[],
): OpenApiDocument["paths"] {
  return mapOperations(paths, (operation) => ({
    ...operation,
    parameters: (operation.parameters ?? []).filter(
      (parameter) => parameter.in !== "query" || !said.some(({ name }) => name === parameter.name),
    ),
  }));
}
