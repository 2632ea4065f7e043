import { jsonKinds } from "./json-kinds.js";
import { essenceOf, isJsonType } from "./media-types.js";
import type { MediaType, OpenApiDocument } from "./openapi.js";

/** How a client writes a request body: as JSON, as a form, or as it is given, which text and bytes are. */
export type BodyFormat = "json" | "form" | "multipart" | "raw";

/** The format of a body of a media type. */
export function bodyFormatOf(
  type: string,
  mediaType: MediaType,
  document: Pick<OpenApiDocument, "components">,
): BodyFormat {
  const essence = essenceOf(type);
  if (isJsonType(type)) return "json";
  const isObject = describesStructure(mediaType, document);
  if (essence === "application/x-www-form-urlencoded") return isObject || !mediaType.schema ? "form" : "raw";
  if (essence === "multipart/form-data") return "multipart";
  // Bytes are no object: JSON is what can be meant.
  return essence === "application/octet-stream" && isObject ? "json" : "raw";
}

/** Whether a body is described as objects or arrays, and as nothing else. */
export function describesStructure(
  { schema }: MediaType,
  document: Pick<OpenApiDocument, "components">,
): boolean {
  if (!schema) return false;
  const kinds = jsonKinds(schema, document);
  return kinds.size > 0 && !kinds.has("scalar");
}
