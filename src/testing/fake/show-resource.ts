import { exampleValue } from "../document/example-value.js";
import { flatten } from "../document/flat-schema.js";
import { propertiesOf } from "../document/properties.js";
import type { Schema } from "../document/schema.js";
import { withoutNext } from "../end-lists.js";
import { successOf } from "./success.js";
import { completeValue, type Json } from "./complete-value.js";
import { replacementsIn, type FakeContext } from "./context.js";
import { inWordsOf } from "./same-member.js";

/** Something that a response can show. */
export interface View {
  readonly schema: Schema;
  readonly item: Json;
}

/**
 * The response that shows a resource, or the document's example where it shows something else.
 *
 * @param views the resource, and what it is a part of: the response to a change of a part may show the whole
 */
export function bodyFor(context: FakeContext, views: readonly View[]): unknown {
  const { content } = successOf(context.operation);
  const { schema = {} } = content ?? {};
  const { additionalProperties } = flatten(schema);
  const names = Object.keys(propertiesOf(schema));
  const isOpen = names.length === 0 && additionalProperties !== undefined && additionalProperties !== false;
  const known = views.map((view) => {
    const own = propertiesOf(view.schema);
    return names.filter((name) => name in own).length;
  });
  const most = Math.max(...known);
  const view = views[known.indexOf(most)];
  if (view && (isOpen || most > 0)) {
    const item = inWordsOf(view.item, view.schema, schema);
    return completeValue(schema, item, { secrets: false, replace: replacementsIn(context) });
  }
  return withoutNext(exampleValue(content ?? {}, "response"));
}

/** The response that shows a resource, where there is one with a body. */
export function shown(context: FakeContext, views: readonly View[]): { readonly body?: unknown } {
  return successOf(context.operation).content ? { body: bodyFor(context, views) } : {};
}
