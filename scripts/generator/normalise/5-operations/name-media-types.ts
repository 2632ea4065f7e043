import type { Content, MediaType, OpenApiDocument, Response } from "../../document/openapi.js";
import type { Report } from "../../document/fix.js";
import { inherited } from "../../document/inherited.js";
import type { Pointer } from "../../document/pointer.js";
import { mapValues, omit } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Media types that name none: frameworks write them where they do not know what is returned. */
const ANY = ["*/*", "application/*"];
const JSON_TYPE = "application/json";

/**
 * Names a body of any media type whose schema is an object or an array JSON, which is what such schemas are for; as a
 * body of a request it could not be sent otherwise.
 */
export const nameMediaTypes: DocumentStage = (document, { report }) => {
  const ofResponse = (response: Response, pointer: Pointer): Response =>
    response.content
      ? { ...response, content: named(response.content, [...pointer, "content"], document, report) }
      : response;
  return {
    ...document,
    paths: mapOperations(document.paths, (operation, pointer) => {
      const { requestBody, responses } = operation;
      const place = [...pointer, "requestBody", "content"];
      return {
        ...operation,
        ...(requestBody && {
          requestBody: { ...requestBody, content: named(requestBody.content, place, document, report) },
        }),
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
};

function named(content: Content, pointer: Pointer, document: OpenApiDocument, report: Report): Content {
  const type = ANY.find((candidate) => content[candidate] && isStructured(content[candidate], document));
  const body = type === undefined ? undefined : content[type];
  if (type === undefined || !body || JSON_TYPE in content) return content;
  report([...pointer, type], "taken for JSON, since it is an object or an array");
  return { [JSON_TYPE]: body, ...omit(content, type) };
}

function isStructured({ schema }: MediaType, document: OpenApiDocument): boolean {
  if (!schema) return false;
  const isOne = ["properties", "additionalProperties", "items", "oneOf", "anyOf"].some(
    (key) => inherited(schema, key as keyof typeof schema, document) !== undefined,
  );
  const type = inherited(schema, "type", document);
  return isOne || type === "object" || type === "array";
}
