import type { Report } from "../../document/fix.js";
import { withInherited } from "../../document/inherited.js";
import { jsonKinds } from "../../document/json-kinds.js";
import { isJsonType } from "../../document/media-types.js";
import type { OpenApiDocument, Parameter, Schema } from "../../document/openapi.js";
import { contentOf } from "../../document/parameter-schema.js";
import type { Pointer } from "../../document/pointer.js";
import { omit } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** The styles of each place; the first is the usual one (OpenAPI 3.1.1, section 4.8.12.3). */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  path: ["simple", "label", "matrix"],
  header: ["simple"],
};

/** Gives each parameter a style that its place has, and reports what no style can write. */
export const settleStyles: DocumentStage = (document, { report }) => ({
  ...document,
  paths: mapOperations(document.paths, (operation, pointer) => ({
    ...operation,
    parameters: (operation.parameters ?? []).map((parameter, index) =>
      settle(parameter, document, [...pointer, "parameters", String(index)], report),
    ),
  })),
});

function settle(
  parameter: Parameter,
  document: OpenApiDocument,
  pointer: Pointer,
  report: Report,
): Parameter {
  const { name, in: place, style, allowReserved, schema } = parameter;
  const about = `the ${place} parameter \`${name}\``;
  const content = contentOf(parameter);
  if (content) {
    const [type, { schema: described = {} }] = content;
    if (isJsonType(type)) return parameter;
    report([...pointer, "content"], `${about} is text: the client writes no ${type} in a parameter`);
    if (!jsonKinds(described, document).has("scalar"))
      return { ...omit(parameter, "content"), schema: { type: "string" } };
    return { ...omit(parameter, "content"), schema: described };
  }
  const [usual = "form"] = STYLES[place] ?? [];
  const isKnown = style === undefined || STYLES[place]?.includes(style) === true;
  if (!isKnown)
    report([...pointer, "style"], `${about} is written as \`${usual}\`: ${style} is no style of its place`);
  if (allowReserved && place !== "query") {
    report(
      [...pointer, "allowReserved"],
      `${about} is encoded all the same: only a query may have reserved characters`,
    );
  }
  const settled: Parameter = isKnown ? parameter : omit(parameter, "style");
  if (schema && (settled.style ?? usual) !== "deepObject" && isNested(schema, document)) {
    report(
      [...pointer, "schema"],
      `${about} has lists or objects within lists or objects, which its style cannot write`,
    );
  }
  return place === "query" ? settled : omit(settled, "allowReserved");
}

/** Whether a list or an object may hold others. */
function isNested(schema: Schema, document: OpenApiDocument): boolean {
  const parts = withInherited(schema, document).flatMap(({ items, properties = {}, oneOf, anyOf }) => [
    ...(items ? [items] : []),
    ...Object.values(properties),
    ...[...(oneOf ?? []), ...(anyOf ?? [])].flatMap((variant) =>
      isNested(variant, document) ? [{ type: "array" }] : [],
    ),
  ]);
  return parts.some((part) => {
    const kinds = jsonKinds(part, document);
    // Of what nothing is said, nothing can be said.
    return !kinds.has("scalar") && kinds.size > 0;
  });
}
