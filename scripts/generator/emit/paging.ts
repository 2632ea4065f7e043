import { inherited, propertyOf } from "../document/inherited.js";
import type { OpenApiDocument, Parameter, Schema } from "../document/openapi.js";

/** How a list is read page by page. */
export interface Paging {
  readonly style: "link" | "token" | "offset";
  readonly maxPageSize?: number;
  readonly item: Schema;
}

/**
 * Recognises a list that is read page by page. It takes a `page_token` and returns the next one beside `data`, in the
 * link `metadata.next` or as `meta.pagination.next_page_token`; or it takes `offset` and `limit`.
 *
 * @param page the body of the first success
 */
export function pagingOf(
  query: readonly Parameter[],
  page: Schema | undefined,
  document: OpenApiDocument,
): Paging | undefined {
  if (!page) return undefined;
  const find = (...names: readonly string[]): Schema | undefined =>
    names.reduce<Schema | undefined>((schema, name) => schema && propertyOf(schema, name, document), page);
  const takes = (name: string): boolean => query.some((parameter) => parameter.name === name);
  const sized = (name: string): Pick<Paging, "maxPageSize"> => {
    const maximum = query.find((parameter) => parameter.name === name)?.schema?.maximum;
    return maximum === undefined ? {} : { maxPageSize: maximum };
  };

  const data = find("data");
  const item = data && inherited(data, "items", document);
  if (item && takes("page_token")) {
    if (find("metadata", "next")) return { style: "link", ...sized("page_size"), item };
    if (find("meta", "pagination", "next_page_token")) return { style: "token", ...sized("page_size"), item };
  }
  const counted = item ?? inherited(page, "items", document);
  if (counted && takes("offset") && takes("limit"))
    return { style: "offset", ...sized("limit"), item: counted };
  return undefined;
}
