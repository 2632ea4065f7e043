import type { HttpMethod, OpenApiDocument, Operation, Response } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/**
 * Says of each operation which responses are successes, and that they have no body where HTTP knows none. Some documents
 * describe only the success, as `default`: then it is `2XX` as well.
 */
export const declareSuccesses: DocumentStage = (document, { report }) => ({
  ...document,
  paths: mapOperations(document.paths, (operation, pointer) => {
    const [, , method] = pointer;
    const place = [...pointer, "responses"];
    const responses: Record<string, Response> = {};
    for (const [key, response] of Object.entries(operation.responses)) {
      const status = key.toUpperCase() === "DEFAULT" ? "default" : key.toUpperCase();
      const hasBody = resolve(response, document).content !== undefined;
      const isEmpty = hasBody && !mayHaveBody(method, status);
      if (isEmpty)
        report([...place, key], `has no body, since HTTP knows none for ${nameOf(method, status)}`);
      responses[status] = isEmpty ? omit(resolve(response, document), "content") : response;
    }
    const { default: fallback } = responses;
    if (!fallback || Object.keys(responses).some(isSuccess)) return { ...operation, responses };
    report([...place, "default"], "is the success as well, since no other is declared");
    return { ...operation, responses: { "2XX": fallback, ...responses } } satisfies Operation;
  }),
});

/** Whether a status is that of a success: `201`, `2XX`. */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** A response, or the component that it refers to. */
function resolve(response: Response, { components }: OpenApiDocument): Response {
  const { $ref } = response;
  return $ref === undefined ? response : (components.responses[componentName($ref)] ?? {});
}

/** RFC 9110, sections 9.3.2, 15.2, 15.3.5, 15.3.6 and 15.4.5. */
function mayHaveBody(method: HttpMethod, status: string): boolean {
  return method !== "head" && !/^(1..|204|205|304)$/.test(status);
}

function nameOf(method: HttpMethod, status: string): string {
  return method === "head" ? "a HEAD" : `a ${status}`;
}
