import type { OpenApiDocument, Parameter, Schema } from "../document/openapi.js";
import { componentName } from "../document/references.js";
import type { Answer } from "./methods.js";

/** How a list is read page by page. */
export interface Paging {
  readonly item: Schema;
  readonly maxPageSize?: number;
}

/** Recognises a list that is read page by page: it takes a `page_token` and answers `metadata.next` beside `data`. */
export function pagingOf(
  query: readonly Parameter[],
  successes: readonly Answer[],
  document: OpenApiDocument,
): Paging | undefined {
  const page = successes[0]?.content?.schema;
  if (!page || !query.some(({ name }) => name === "page_token")) return undefined;
  const metadata = propertyOf(page, "metadata", document);
  const item = propertyOf(page, "data", document)?.items;
  if (!item || !metadata || !propertyOf(metadata, "next", document)) return undefined;
  const maxPageSize = query.find(({ name }) => name === "page_size")?.schema?.maximum;
  return { item, ...(maxPageSize !== undefined && { maxPageSize }) };
}

/** A property of a schema, be it its own or one that it has through a reference or `allOf`. */
function propertyOf(schema: Schema, name: string, document: OpenApiDocument): Schema | undefined {
  const own = schema.properties?.[name];
  if (own) return own;
  const target =
    schema.$ref === undefined ? undefined : document.components.schemas[componentName(schema.$ref)];
  for (const parent of [...(target ? [target] : []), ...(schema.allOf ?? [])]) {
    const inherited = propertyOf(parent, name, document);
    if (inherited) return inherited;
  }
  return undefined;
}
