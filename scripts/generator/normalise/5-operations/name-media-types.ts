import type { Content, MediaType, OpenApiDocument } from "../../document/openapi.js";
import { mapContents } from "../../document/contents.js";
import type { Report } from "../../document/fix.js";
import { inherited } from "../../document/inherited.js";
import type { Pointer } from "../../document/pointer.js";
import { omit } from "../../document/records.js";
import type { DocumentStage } from "../stage.js";

/** Media types that name none: frameworks write them where they do not know what is returned. */
const ANY = ["*/*", "application/*"];
const JSON_TYPE = "application/json";

/**
 * Names a body of any media type whose schema is an object or an array JSON, which is what such schemas are for; as a
 * body of a request it could not be sent otherwise.
 */
export const nameMediaTypes: DocumentStage = (document, { report }) =>
  mapContents(document, (content, pointer) => named(content, pointer, document, report));

function named(content: Content, pointer: Pointer, document: OpenApiDocument, report: Report): Content {
  const type = ANY.find((candidate) => content[candidate] && isStructured(content[candidate], document));
  const body = type === undefined ? undefined : content[type];
  if (type === undefined || !body || JSON_TYPE in content) return content;
  report([...pointer, type], "taken for JSON, since it is an object or an array");
  return { [JSON_TYPE]: body, ...omit(content, type) };
}

/** Whether a body is described as an object or an array. */
export function isStructured({ schema }: MediaType, document: OpenApiDocument): boolean {
  if (!schema) return false;
  const isOne = ["properties", "additionalProperties", "items", "oneOf", "anyOf"].some(
    (key) => inherited(schema, key as keyof typeof schema, document) !== undefined,
  );
  const type = inherited(schema, "type", document);
  return isOne || type === "object" || type === "array";
}
