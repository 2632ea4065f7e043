import { propertyOf } from "../document/inherited.js";
import type { OpenApiDocument, Parameter, Schema } from "../document/openapi.js";
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
