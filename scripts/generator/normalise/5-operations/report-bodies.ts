import { bodyFormatOf, describesStructure } from "../../document/body-format.js";
import type { Report } from "../../document/fix.js";
import { fixedValue } from "../../document/fixed-value.js";
import { isJsonType, essenceOf } from "../../document/media-types.js";
import type { MediaType, OpenApiDocument } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Reports what of a request body the client does not write, and what it takes for JSON. */
export const reportBodies: DocumentStage = (document, { report }) => {
  mapOperations(document.paths, (operation, pointer) => {
    for (const [type, body] of Object.entries(operation.requestBody?.content ?? {})) {
      reportBody(type, body, document, [...pointer, "requestBody", "content", type], report);
    }
    return operation;
  });
  return document;
};

function reportBody(
  type: string,
  body: MediaType,
  document: OpenApiDocument,
  pointer: Pointer,
  report: Report,
): void {
  const format = bodyFormatOf(type, body, document);
  if (format === "json" && !isJsonType(type))
    report(pointer, "taken for JSON, since it is an object or an array");
  if (format === "raw") {
    if (essenceOf(type).startsWith("multipart/")) {
      report(pointer, `the body is passed as bytes: the client writes no ${type}, but multipart/form-data`);
    } else if (describesStructure(body, document)) {
      report(pointer, `the body is passed as text or bytes: the client writes no ${type}`);
    }
  }
  if (format === "form" || format === "multipart") reportEncoding(body, format, pointer, report);
}

function reportEncoding(
  { encoding = {} }: MediaType,
  format: "form" | "multipart",
  pointer: Pointer,
  report: Report,
): void {
  for (const [field, { style, explode, allowReserved, headers = {} }] of Object.entries(encoding)) {
    const place = [...pointer, "encoding", field];
    const isStyled = (style ?? explode ?? allowReserved) !== undefined;
    if (isStyled && format === "multipart") {
      report(
        place,
        `\`style\`, \`explode\` and \`allowReserved\` do not apply to the parts of a multipart body`,
      );
    }
    for (const [name, { schema = {} }] of Object.entries(headers)) {
      if (/^content-(type|disposition|transfer-encoding)$/i.test(name)) continue;
      const isSent = format === "multipart" && fixedValue(schema) !== undefined;
      if (!isSent)
        report([...place, "headers", name], "the header is not sent: the document does not fix its value");
    }
  }
}
