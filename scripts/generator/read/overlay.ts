import { createRequire } from "node:module";
import { isRecord } from "../document/records.js";
import { readSource, type Source } from "./source.js";

/** Of openapi-format, one function. It loads slowly, so it is required only when there is an overlay. */
interface OpenapiFormat {
  readonly openapiOverlay: (
    document: unknown,
    options: { overlaySet: object },
  ) => Promise<{ data: unknown; resultData: { unusedActions: readonly unknown[] } }>;
}

/**
 * Applies an overlay to a document (OpenAPI Overlay 1.0). An action that matches nothing is an error: the document has
 * changed, so the correction may be out of date.
 *
 * @throws {DocumentError} for such an action, and for a text that is no overlay
 */
export async function applyOverlay(source: Source, name: string, text: string): Promise<Source> {
  const overlay = readSource(name, text);
  const { data } = overlay;
  if (!isRecord(data) || !/^1\.\d+\.\d+$/.test(String(data["overlay"]))) {
    throw overlay.error(["overlay"], "an overlay says `overlay: 1.0.0`");
  }
  const { actions } = data;
  if (!Array.isArray(actions)) throw overlay.error(["actions"], "`actions` must be a list");
  for (const [index, action] of actions.entries()) {
    if (!isRecord(action) || typeof action["target"] !== "string") {
      throw overlay.error(["actions", String(index)], "an action needs a `target`");
    }
  }
  const load = createRequire(import.meta.url);
  const { openapiOverlay } = load("openapi-format") as OpenapiFormat;
  const { data: corrected, resultData } = await openapiOverlay(source.data, { overlaySet: data });
  const [unused] = resultData.unusedActions;
  if (unused !== undefined) {
    const place = ["actions", String(actions.indexOf(unused))];
    throw overlay.error(place, `the target of this action matches nothing in ${source.name}`);
  }
  return { ...source, data: corrected };
}
