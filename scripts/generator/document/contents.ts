import type { Content, OpenApiDocument, Response } from "./openapi.js";
import type { Pointer } from "./pointer.js";
import { mapValues } from "./records.js";
import { mapOperations } from "./schemas.js";

/** Copies a document with the content of each body of a request or a response mapped. */
export function mapContents(
  document: OpenApiDocument,
  map: (content: Content, pointer: Pointer) => Content,
): OpenApiDocument {
  const ofResponse = (response: Response, pointer: Pointer): Response =>
    response.content ? { ...response, content: map(response.content, [...pointer, "content"]) } : response;
  return {
    ...document,
    paths: mapOperations(document.paths, (operation, pointer) => {
      const { requestBody, responses } = operation;
      const place = [...pointer, "requestBody", "content"];
      return {
        ...operation,
        ...(requestBody && { requestBody: { ...requestBody, content: map(requestBody.content, place) } }),
        responses: mapValues(responses, (response, status) =>
          ofResponse(response, [...pointer, "responses", status]),
        ),
      };
    }),
    components: {
      ...document.components,
      responses: mapValues(document.components.responses, (response, name) =>
        ofResponse(response, ["components", "responses", name]),
      ),
    },
  };
}
