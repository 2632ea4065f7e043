import type { Paging } from "../operation.js";
import { PaginationError } from "../errors/index.js";
import type { CallResult } from "../pipeline/execute.js";
import { responseFormatError } from "../pipeline/response-format-error.js";
import { dataOrThrow } from "../pipeline/data-or-throw.js";
import { clip } from "../util/printable.js";
import { isObject, type Json } from "../util/json.js";
import type { Page } from "./paginated.js";

/**
 * Reads one page of a list. Accepts what real services send (`data: null`, no `metadata`, a `next` of `null` or `""`), and
 * refuses what would end the list too early without an error.
 *
 * @throws {ResponseFormatError} for a body without the array `data`
 * @throws {PaginationError} for a link to the next page that has no `page_token`
 */
export function readPage<T>(result: CallResult, style: Paging["style"]): Page<T> {
  const data = dataOrThrow(result);
  const body = style === "offset" && Array.isArray(data) ? { data } : data;
  const { response, call } = result;
  if (!isObject(body) || !(Array.isArray(body["data"]) || body["data"] === null)) {
    throw responseFormatError(response, "without the array `data` that a list has", call);
  }
  const metadata =
    style === "token" ? objectIn(objectIn(body, "meta"), "pagination") : objectIn(body, "metadata");
  const { next, next_page_token: token, total_size: totalSize } = metadata;
  const page = {
    data: (body["data"] ?? []) as T[],
    ...(typeof totalSize === "number" && { totalSize }),
    response,
  };
  if (style === "token")
    return typeof token === "string" && token !== "" ? { ...page, nextPageToken: token } : page;
  if (style === "offset" || next === undefined || next === null || next === "") return page;
  const nextPageToken = pageTokenOf(next);
  if (nextPageToken) return { ...page, nextPageToken };
  const shown = clip(call.hide?.(JSON.stringify(next)) ?? JSON.stringify(next), 500);
  const message = `The link to the next page has no \`page_token\`: ${shown} (${call.operation})`;
  throw new PaginationError(message, { operation: call.operation, attempts: call.attempts, response });
}

/** The `page_token` of a link, which may be relative. */
function pageTokenOf(link: unknown): string | null {
  if (typeof link !== "string") return null;
  try {
    return new URL(link, "https://api.confluent.cloud").searchParams.get("page_token");
  } catch {
    return null;
  }
}

function objectIn(holder: Json, key: string): Json {
  const value = holder[key];
  return isObject(value) ? value : {};
}
