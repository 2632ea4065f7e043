import { isRecord } from "../../generator/document/records.js";
import type { SchemaComparer } from "../schema/schema-comparer.js";
import type { Conjunction } from "../schema/conjunction.js";
import { compareContent, mediaOf, schemaOf } from "./compare-content.js";
import { hasQuery } from "./compare-parameters.js";
import { compareTexts } from "./compare-texts.js";
import type { Endpoint } from "./endpoints.js";
import { findingAt, note, type Context, type Part } from "./recorder.js";

const PLACE = "request body";

export function compareBodies(context: Context, old: Endpoint, revised: Endpoint): void {
  const { comparer, exchange } = context;
  const direction = exchange.request;
  const [before, after] = [bodyOf(old), bodyOf(revised)];
  const wasRequired = before && isRequired(before, comparer, "foldOld");
  const willBeRequired = after && isRequired(after, comparer, "foldNew");
  const at = (kind: Parameters<typeof findingAt>[2]["kind"], ...keys: readonly string[]): void =>
    note(context, PLACE, direction, findingAt(before, after, { kind }, ...keys));

  if (before && after) {
    if (wasRequired === "unsaid" || willBeRequired === "unsaid") {
      // What has to hold something is required by `generate`, and not by OpenAPI: no word is no change from either.
    } else if (wasRequired !== willBeRequired)
      at(willBeRequired === "yes" ? "body-required" : "body-optional", "required");
    compareTexts(context, PLACE, before, after);
    compareContent(context, PLACE, direction, before, after);
  } else if (before) at("body-removed");
  else if (after) {
    const displacesQuery = !exchange.isCallback && hasQuery(revised);
    at(willBeRequired !== "no" ? "required-body-added" : displacesQuery ? "body-before-query" : "body-added");
  }
}

function bodyOf({ operation }: Endpoint): Part | undefined {
  const body = operation.node["requestBody"];
  return isRecord(body) ? { node: body, pointer: [...operation.pointer, "requestBody"] } : undefined;
}

/** `unsaid` where the document does not say, and the body has to hold something. */
function isRequired(
  body: Part,
  comparer: SchemaComparer,
  fold: "foldOld" | "foldNew",
): "yes" | "no" | "unsaid" {
  const { required } = body.node;
  if (required !== undefined) return required === true ? "yes" : "no";
  const media = mediaOf(body);
  const needsContent = (schema: Conjunction, depth = 0): boolean => {
    if (depth > 20) return false;
    const shape = comparer[fold](schema, "request");
    const isNeeded = ({ variants }: (typeof shape.unions)[number]): boolean =>
      variants.length > 0 && variants.every((variant) => needsContent(variant.schema, depth + 1));
    return shape.required.size > 0 || shape.unions.some(isNeeded);
  };
  return media.length > 0 && media.every((type) => needsContent(schemaOf(type))) ? "unsaid" : "no";
}
