import { freeName, typeName } from "../../document/names.js";
import { HTTP_METHODS, type OpenApiDocument, type Response } from "../../document/openapi.js";
import { formatReference, type Pointer } from "../../document/pointer.js";
import { mapValues } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import { stableJson } from "../../document/stable-json.js";
import type { DocumentStage } from "../stage.js";

/** The names of response components by status; a success with a body is named for its schema. */
const NAMES: Readonly<Record<string, string>> = {
  200: "Ok",
  201: "Created",
  202: "Accepted",
  204: "NoContent",
  400: "BadRequest",
  401: "Unauthenticated",
  402: "QuotaExceeded",
  403: "PermissionDenied",
  404: "NotFound",
  409: "Conflict",
  422: "Unprocessable",
  429: "RateLimited",
  500: "ServerFailure",
  default: "Failed",
};

/** Makes components of responses that several operations describe in the same words, so that each is there once. */
export const hoistResponses: DocumentStage = (document, { report }) => {
  const { responses } = document.components;
  const ids = identify(document);
  const counts = new Map<string, number>();
  for (const id of ids.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const keys = new Map(Object.entries(responses).map(([key, response]) => [stableJson(response), key]));
  const added: Record<string, Response> = {};

  const hoist = (response: Response, status: string, pointer: Pointer): Response => {
    const id = ids.get(response);
    const known = id === undefined ? undefined : keys.get(id);
    if (id === undefined || (known === undefined && (counts.get(id) ?? 0) < 2)) return response;
    const name = nameOf(response, status);
    const key = known ?? freeName([name], (candidate) => candidate in responses || candidate in added);
    if (known === undefined) {
      keys.set(id, key);
      added[key] = response;
      report(pointer, `the response becomes the component ${key}, for all operations that return the same`);
    }
    return { $ref: formatReference(["components", "responses", key]) };
  };

  const paths = mapOperations(document.paths, (operation, pointer) => ({
    ...operation,
    responses: mapValues(operation.responses, (response, status) =>
      hoist(response, status, [...pointer, "responses", status]),
    ),
  }));
  return {
    ...document,
    paths,
    components: { ...document.components, responses: { ...responses, ...added } },
  };
};

/** The contents of each inline response: two with the same are one. */
function identify({ paths }: OpenApiDocument): ReadonlyMap<Response, string> {
  const inPlace = Object.values(paths)
    .flatMap((item) => HTTP_METHODS.flatMap((method) => Object.values(item[method]?.responses ?? {})))
    .filter(({ $ref }) => $ref === undefined);
  return new Map(inPlace.map((response) => [response, stableJson(response)]));
}

/** `Integration` of a success that holds one, `NotFound` of a 404. */
function nameOf({ content = {} }: Response, status: string): string {
  const [reference] = Object.values(content).flatMap(
    ({ schema }) => schema?.$ref ?? schema?.allOf?.[0]?.$ref ?? [],
  );
  if (status.startsWith("2") && reference !== undefined) return typeName(componentName(reference));
  return NAMES[status] ?? `${status.startsWith("2") ? "Done" : "Failed"}${status}`;
}
