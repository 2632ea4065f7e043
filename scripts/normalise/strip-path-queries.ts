import type { OpenApiDocument, Parameter, PathItem } from "../document/openapi.js";
import { mapOperations } from "../document/schemas.js";
import type { MendDocument } from "./mend.js";

/** Takes a query string out of a path, where no other has the path without it: what it says is a parameter. */
export const stripPathQueries: MendDocument = (document, report) => {
  const paths: Record<string, PathItem> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const [bare = path, search] = path.split("?");
    const isTaken = bare in document.paths || bare in paths;
    if (search === undefined || isTaken) {
      paths[path] = item;
      continue;
    }
    report(["paths", path], `the query string is a parameter, and the path is ${bare}`);
    Object.assign(paths, withParameters({ [bare]: item }, [...new URLSearchParams(search)].map(toParameter)));
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
