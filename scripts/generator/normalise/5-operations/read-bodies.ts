import { inherited, propertyOf } from "../../document/inherited.js";
import { isEventStream, isJsonType, isStreamType, isTextType } from "../../document/media-types.js";
import type {
  Content,
  MediaType,
  OpenApiDocument,
  ReadAs,
  Response,
  Schema,
} from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { mapValues } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";
import { isSuccess } from "./declare-successes.js";
import { isStructured } from "./name-media-types.js";

/**
 * Describes the bodies of successes as what a client reads: text as a string, bytes as a `Blob`, a stream as its items. Another
 * notation of what JSON says as well, such as XML, is left out: a client asks for JSON.
 */
export const readBodies: DocumentStage = (document, { report }) => {
  const ofResponse = (response: Response, pointer: Pointer): Response => {
    const { $ref, ...own } = response;
    const resolved = $ref === undefined ? own : document.components.responses[componentName($ref)];
    const { content = {} } = resolved ?? {};
    const isPlain = Object.entries(content).every(([type, body]) => isJsonType(type) && !body["x-sequence"]);
    if (!resolved || isPlain) return response;
    const kept = Object.entries(content).filter(([type, body]) => {
      const isRepeated = isOtherNotation(type, body, content, document);
      if (isRepeated) report([...pointer, "content", type], "is left out, since JSON says the same");
      return !isRepeated;
    });
    const read = kept.map(
      ([type, body]) => [type, { ...body, schema: schemaOf(type, body, document) }] as const,
    );
    return { ...resolved, content: Object.fromEntries(read) };
  };
  return {
    ...document,
    paths: mapOperations(document.paths, (operation, pointer) => ({
      ...operation,
      responses: mapValues(operation.responses, (response, status) =>
        isSuccess(status) ? ofResponse(response, [...pointer, "responses", status]) : response,
      ),
    })),
  };
};

function isOtherNotation(
  type: string,
  body: MediaType,
  content: Content,
  document: OpenApiDocument,
): boolean {
  if (isJsonType(type) || isStreamType(type) || body["x-sequence"]) return false;
  return Object.keys(content).some(isJsonType) && isStructured(body, document);
}

function schemaOf(type: string, body: MediaType, document: OpenApiDocument): Schema {
  const { schema = {} } = body;
  if (isEventStream(type)) return eventStream(body, document);
  if (isStreamType(type) || body["x-sequence"]) return streamOf("readJsonStream", itemsOf(schema, document));
  if (isJsonType(type)) return schema;
  if (!isTextType(type)) return { "x-read-as": "blob" };
  const isString = inherited(schema, "type", document) === "string";
  return isString && inherited(schema, "format", document) !== "binary" ? schema : { type: "string" };
}

function streamOf(readAs: ReadAs, items: Schema): Schema {
  return { "x-read-as": readAs, items };
}

/** The items of a stream: those of a list, or what the schema describes. As text, nothing is said about them. */
function itemsOf(schema: Schema, document: OpenApiDocument): Schema {
  const items = inherited(schema, "items", document) ?? schema;
  return inherited(schema, "type", document) === "string" ? {} : items;
}

/** The events of a stream. An `itemSchema` describes them; another schema describes their data, which is text or JSON. */
function eventStream(
  { schema = {}, "x-sequence": isSequence }: MediaType,
  document: OpenApiDocument,
): Schema {
  const items = inherited(schema, "items", document) ?? schema;
  if (!isSequence) {
    const isData = isText(items, document);
    return streamOf(isData ? "readEventStream" : "readJsonEventStream", eventWith(isData ? STRING : items));
  }
  const variants = inherited(items, "oneOf", document) ?? inherited(items, "anyOf", document) ?? [items];
  const areText = variants.every((variant) => isText(propertyOf(variant, "data", document) ?? {}, document));
  return streamOf(areText ? "readEventStream" : "readJsonEventStream", items);
}

function isText(schema: Schema, document: OpenApiDocument): boolean {
  const type = inherited(schema, "type", document);
  return type === "string" || (type === undefined && !isStructured({ schema }, document));
}

const STRING: Schema = { type: "string" };

/** An event as `readEventStream` gives it: the client's `ServerSentEvent`. */
function eventWith(data: Schema): Schema {
  return {
    type: "object",
    required: ["event", "data"],
    properties: { event: STRING, data, id: STRING, retry: { type: "number" } },
  };
}
